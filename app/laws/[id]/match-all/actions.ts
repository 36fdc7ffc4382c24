"use server";

import { matchRows } from "@/lib/catalogue/rows/commands";
import { form } from "@/lib/gate/form";

export const save = form(matchRows, ({ lawId }) => `/laws/${lawId}`);
