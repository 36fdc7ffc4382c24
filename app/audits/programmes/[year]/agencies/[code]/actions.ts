"use server";

import { addAgency } from "@/lib/programme/change/commands";
import { form } from "@/lib/gate/form";

export const add = form(addAgency, ({ year }) => `/audits/programmes/${year}/plan`);
