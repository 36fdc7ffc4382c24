"use server";

import { form } from "@/lib/gate/form";
import { approveDraft } from "@/lib/procedures/approvals/commands";
import { approvalForm } from "@/lib/procedures/schema";

export const approve = form(
  "documents.approve",
  approvalForm,
  approveDraft,
  ({ documentId }) => `/documents/${documentId}`,
);
