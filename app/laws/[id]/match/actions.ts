"use server";

import { matchRow } from "@/lib/catalogue/rows/commands";
import { form } from "@/lib/gate/form";

export const save = form(matchRow, ({ lawId }) => `/laws/${lawId}`);
