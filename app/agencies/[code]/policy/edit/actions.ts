"use server";

import { form } from "@/lib/gate/form";
import { savePolicy } from "@/lib/policies/commands";

export const save = form(savePolicy, ({ agencyCode }) => `/agencies/${agencyCode}/policy`);
