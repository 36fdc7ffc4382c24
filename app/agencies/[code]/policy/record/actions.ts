"use server";

import { form } from "@/lib/gate/form";
import { recordSignature } from "@/lib/policies/signatures/commands";

export const save = form(recordSignature, ({ agencyCode }) => `/agencies/${agencyCode}/policy`);
