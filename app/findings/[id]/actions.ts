"use server";

import { closeFinding } from "@/lib/findings/commands";
import { closureForm } from "@/lib/findings/schema";
import { form } from "@/lib/gate/form";

export const close = form(
  "findings.close",
  closureForm,
  closeFinding,
  ({ findingId }) => `/findings/${findingId}`,
);
