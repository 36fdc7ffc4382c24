"use server";

import { form } from "@/lib/gate/form";
import { withdrawDocument } from "@/lib/procedures/withdrawals/commands";

export const withdraw = form(withdrawDocument, ({ documentId }) => `/documents/${documentId}`);
