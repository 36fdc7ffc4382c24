"use server";

import { form } from "@/lib/gate/form";
import { recordApproval } from "@/lib/procedures/approvals/commands";
import { approvalRecordForm } from "@/lib/procedures/schema";

export const save = form(
  "documents.record",
  approvalRecordForm,
  recordApproval,
  ({ documentId }) => `/documents/${documentId}`,
);
