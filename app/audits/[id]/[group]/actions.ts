"use server";

import { saveSection } from "@/lib/audits/recording/commands";
import { sectionForm } from "@/lib/audits/schema";
import { form } from "@/lib/gate/form";

export const save = form("audits.record", sectionForm, saveSection, ({ visitId, to }) =>
  `/audits/${visitId}/${to}`.replace(/\/$/, ""),
);
