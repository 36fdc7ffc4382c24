"use server";

import { form } from "@/lib/gate/form";
import { recordApproval } from "@/lib/procedures/approvals/commands";

export const save = form(recordApproval, ({ documentId }) => `/documents/${documentId}`);
