"use server";

import { recordMilestone } from "@/lib/adoption/commands";
import { milestoneForm } from "@/lib/adoption/schema";
import { form } from "@/lib/gate/form";

export const saveMilestone = form(
  "adoption.record",
  milestoneForm,
  recordMilestone,
  ({ code }) => `/agencies/${code}`,
);
