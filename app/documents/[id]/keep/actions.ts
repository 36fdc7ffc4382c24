"use server";

import { form } from "@/lib/gate/form";
import { keepDocument } from "@/lib/procedures/reviews/commands";

export const save = form(keepDocument, ({ documentId }) => `/documents/${documentId}`);
