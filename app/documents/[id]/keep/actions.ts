"use server";

import { form } from "@/lib/gate/form";
import { keepDocument } from "@/lib/procedures/reviews/commands";
import { reviewForm } from "@/lib/procedures/schema";

export const save = form(
  "documents.keep",
  reviewForm,
  keepDocument,
  ({ documentId }) => `/documents/${documentId}`,
);
