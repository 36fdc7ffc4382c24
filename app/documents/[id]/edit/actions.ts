"use server";

import { form } from "@/lib/gate/form";
import { saveDraft } from "@/lib/procedures/commands";
import { draftForm } from "@/lib/procedures/schema";

export const save = form(
  "documents.draft",
  draftForm,
  saveDraft,
  ({ documentId }) => `/documents/${documentId}`,
);
