"use server";

import { recheckFinding } from "@/lib/audits/rechecks/commands";
import { recheckForm } from "@/lib/audits/rechecks/schema";
import { form } from "@/lib/gate/form";

export const save = form(
  "audits.record",
  recheckForm,
  recheckFinding,
  ({ visitId }) => `/audits/${visitId}/before`,
);
