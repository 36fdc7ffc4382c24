"use server";

import { form } from "@/lib/gate/form";
import { registerLaw } from "@/lib/legal/register/commands";

export const save = form(registerLaw, () => "/laws");
