"use server";

import { form } from "@/lib/gate/form";
import { removePosting } from "@/lib/policies/commands";
import { removalForm } from "@/lib/policies/schema";

export const save = form(
  "policies.post",
  removalForm,
  removePosting,
  ({ agencyCode }) => `/agencies/${agencyCode}/policy`,
);
