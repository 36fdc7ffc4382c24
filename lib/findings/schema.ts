import { z } from "zod";

import { date, id, optionalFile, text, version } from "@/lib/gate/fields";

export const closureForm = z.object({
  findingId: id,
  version,
  closedOn: date,
  note: text(2000, "verification-note"),
  evidence: optionalFile,
});
