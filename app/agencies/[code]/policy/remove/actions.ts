"use server";

import { form } from "@/lib/gate/form";
import { removePosting } from "@/lib/policies/commands";

export const save = form(removePosting, ({ agencyCode }) => `/agencies/${agencyCode}/policy`);
