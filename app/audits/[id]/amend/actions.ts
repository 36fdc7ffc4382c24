"use server";

import { amendMinutes } from "@/lib/audits/minutes/commands";
import { amendmentForm } from "@/lib/audits/minutes/schema";
import { form } from "@/lib/gate/form";

export const amend = form(
  "audits.finalise",
  amendmentForm,
  amendMinutes,
  ({ visitId }) => `/audits/${visitId}`,
);
