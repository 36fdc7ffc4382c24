"use server";

import { finaliseVisit } from "@/lib/audits/commands";
import { finaliseForm } from "@/lib/audits/schema";
import { form } from "@/lib/gate/form";

export const finalise = form(
  "audits.finalise",
  finaliseForm,
  finaliseVisit,
  ({ visitId }) => `/audits/${visitId}/receipt`,
);
