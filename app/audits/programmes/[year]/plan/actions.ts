"use server";

import { proposeProgramme } from "@/lib/audits/programme/commands";
import { proposalForm } from "@/lib/audits/programme/schema";
import { form } from "@/lib/gate/form";

export const propose = form(
  "audits.plan",
  proposalForm,
  proposeProgramme,
  ({ year }) => `/audits/programmes/${year}/plan`,
);
