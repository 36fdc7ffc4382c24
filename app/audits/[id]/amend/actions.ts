"use server";

import { amendMinutes } from "@/lib/visits/minutes/commands";
import { form } from "@/lib/gate/form";

export const amend = form(amendMinutes, ({ visitId }) => `/audits/${visitId}`);
