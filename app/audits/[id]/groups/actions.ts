"use server";

import { giveGroups } from "@/lib/audits/groups/commands";
import { groupsForm } from "@/lib/audits/groups/schema";
import { form } from "@/lib/gate/form";

export const give = form("audits.record", groupsForm, giveGroups, ({ visitId }) => `/audits/${visitId}`);
