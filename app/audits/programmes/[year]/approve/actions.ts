"use server";

import { approveProgramme } from "@/lib/audits/programme/commands";
import { approvalForm } from "@/lib/audits/programme/schema";
import { form } from "@/lib/gate/form";

export const approve = form(
  "audits.approve",
  approvalForm,
  approveProgramme,
  ({ year }) => `/audits/programmes/${year}/plan`,
);
