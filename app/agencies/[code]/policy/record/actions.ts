"use server";

import { form } from "@/lib/gate/form";
import { recordSignature } from "@/lib/policies/signatures/commands";
import { signatureRecordForm } from "@/lib/policies/schema";

export const save = form(
  "policies.record",
  signatureRecordForm,
  recordSignature,
  ({ agencyCode }) => `/agencies/${agencyCode}/policy`,
);
