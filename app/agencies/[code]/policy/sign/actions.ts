"use server";

import { form } from "@/lib/gate/form";
import { signPolicy } from "@/lib/policies/signatures/commands";
import { signatureForm } from "@/lib/policies/schema";

export const save = form(
  "policies.sign",
  signatureForm,
  signPolicy,
  ({ agencyCode }) => `/agencies/${agencyCode}/policy`,
);
