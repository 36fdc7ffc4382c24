"use server";

import { form } from "@/lib/gate/form";
import { correctLaw } from "@/lib/legal/register/commands";

export const save = form(correctLaw, ({ lawId }) => `/laws/${lawId}`);
