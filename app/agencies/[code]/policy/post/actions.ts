"use server";

import { form } from "@/lib/gate/form";
import { postPolicy } from "@/lib/policies/commands";

export const save = form(postPolicy, ({ agencyCode }) => `/agencies/${agencyCode}/policy`);
