"use server";

import { form } from "@/lib/gate/form";
import { createDocument } from "@/lib/procedures/commands";
import { newDocumentForm } from "@/lib/procedures/schema";

export const create = form(
  "documents.draft",
  newDocumentForm,
  createDocument,
  ({ agencyCode }) => `/agencies/${agencyCode}/documents`,
);
