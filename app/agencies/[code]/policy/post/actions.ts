"use server";

import { form } from "@/lib/gate/form";
import { postPolicy } from "@/lib/policies/commands";
import { postingForm } from "@/lib/policies/schema";

export const save = form(
  "policies.post",
  postingForm,
  postPolicy,
  ({ agencyCode }) => `/agencies/${agencyCode}/policy`,
);
