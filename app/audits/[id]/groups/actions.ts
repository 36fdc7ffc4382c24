"use server";

import { giveGroups } from "@/lib/visits/groups/commands";
import { form } from "@/lib/gate/form";

export const give = form(giveGroups, ({ visitId }) => `/audits/${visitId}`);
