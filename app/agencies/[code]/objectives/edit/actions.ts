"use server";

import { form } from "@/lib/gate/form";
import { saveObjective } from "@/lib/policies/commands";
import { objectiveForm } from "@/lib/policies/schema";

export const save = form(
  "objectives.write",
  objectiveForm,
  saveObjective,
  ({ agencyCode }) => `/agencies/${agencyCode}/policy`,
);
