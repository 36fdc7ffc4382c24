"use server";

import { proposeProgramme } from "@/lib/audits/programme/commands";
import { form } from "@/lib/gate/form";

export const propose = form(proposeProgramme, ({ year }) => `/audits/programmes/${year}/plan`);
