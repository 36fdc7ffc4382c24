"use server";

import { saveSection } from "@/lib/visits/recording/commands";
import { form } from "@/lib/gate/form";

export const save = form(saveSection, ({ visitId, to = "" }) =>
  `/audits/${visitId}/${to}`.replace(/\/$/, ""),
);
