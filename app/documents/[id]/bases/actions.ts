"use server";

import { form } from "@/lib/gate/form";
import { recordBases } from "@/lib/procedures/bases/commands";

export const save = form(recordBases, ({ documentId }) => `/documents/${documentId}#bases`);
