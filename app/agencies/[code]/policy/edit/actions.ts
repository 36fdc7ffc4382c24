"use server";

import { form } from "@/lib/gate/form";
import { savePolicy } from "@/lib/policies/commands";
import { policyForm } from "@/lib/policies/schema";

export const save = form(
  "policies.draft",
  policyForm,
  savePolicy,
  ({ agencyCode }) => `/agencies/${agencyCode}/policy`,
);
