"use server";

import { form } from "@/lib/gate/form";
import { withdrawDocument } from "@/lib/procedures/withdrawals/commands";
import { withdrawalForm } from "@/lib/procedures/schema";

export const withdraw = form(
  "documents.withdraw",
  withdrawalForm,
  withdrawDocument,
  ({ documentId }) => `/documents/${documentId}`,
);
