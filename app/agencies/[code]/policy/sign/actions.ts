"use server";

import { form } from "@/lib/gate/form";
import { signPolicy } from "@/lib/policies/signatures/commands";

export const save = form(signPolicy, ({ agencyCode }) => `/agencies/${agencyCode}/policy`);
