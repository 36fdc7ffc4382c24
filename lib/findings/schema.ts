import { z } from "zod";

import { id, optionalFile, pastDay, text, version } from "@/lib/gate/fields";

export const closureForm = z.object({
  findingId: id,
  version,
  closedOn: pastDay,
  note: text(2000, "verification-note"),
  evidence: optionalFile,
});
