"use server";

import { recheckFinding } from "@/lib/visits/rechecks/commands";
import { form } from "@/lib/gate/form";

export const save = form(recheckFinding, ({ visitId }) => `/audits/${visitId}/before`);
