"use server";

import { giveGroups } from "@/lib/audits/groups/commands";
import { form } from "@/lib/gate/form";

export const give = form(giveGroups, ({ visitId }) => `/audits/${visitId}`);
