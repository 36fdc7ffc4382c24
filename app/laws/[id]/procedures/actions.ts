"use server";

import { readProcedures } from "@/lib/catalogue/rows/commands";
import { form } from "@/lib/gate/form";

export const save = form(readProcedures, ({ lawId }) => `/laws/${lawId}`);
