"use server";

import { saveGroup } from "@/lib/visits/recording/commands";
import { form } from "@/lib/gate/form";

export const save = form(saveGroup, ({ visitId, to = "" }) => `/audits/${visitId}/${to}`.replace(/\/$/, ""));
