"use server";

import { form } from "@/lib/gate/form";
import { approveDraft } from "@/lib/procedures/approvals/commands";

export const approve = form(approveDraft, ({ documentId }) => `/documents/${documentId}`);
