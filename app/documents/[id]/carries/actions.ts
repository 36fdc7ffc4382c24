"use server";

import { form } from "@/lib/gate/form";
import { recordCarried } from "@/lib/procedures/carried/commands";

export const save = form(recordCarried, ({ documentId }) => `/documents/${documentId}`);
