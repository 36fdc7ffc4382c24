"use server";

import { form } from "@/lib/gate/form";
import { saveObjective } from "@/lib/policies/commands";

export const save = form(saveObjective, ({ agencyCode }) => `/agencies/${agencyCode}/policy`);
