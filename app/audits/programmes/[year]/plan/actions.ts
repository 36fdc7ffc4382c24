"use server";

import { proposeProgramme } from "@/lib/programme/commands";
import { form } from "@/lib/gate/form";

export const propose = form(proposeProgramme, ({ year }) => `/audits/programmes/${year}/plan`);
