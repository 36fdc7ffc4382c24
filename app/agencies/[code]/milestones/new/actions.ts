"use server";

import { recordMilestone } from "@/lib/adoption/commands";
import { form } from "@/lib/gate/form";

export const saveMilestone = form(recordMilestone, ({ code }) => `/agencies/${code}`);
