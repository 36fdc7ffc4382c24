"use server";

import { form } from "@/lib/gate/form";
import { saveDraft } from "@/lib/procedures/commands";

export const save = form(saveDraft, ({ documentId }) => `/documents/${documentId}`);
