"use server";

import { dropRows } from "@/lib/catalogue/rows/commands";
import { form } from "@/lib/gate/form";

export const save = form(dropRows, ({ lawId }) => `/laws/${lawId}`);
