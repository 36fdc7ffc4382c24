"use server";

import { approveProgramme } from "@/lib/programme/commands";
import { form } from "@/lib/gate/form";

export const approve = form(approveProgramme, ({ year }) => `/audits/programmes/${year}/plan`);
