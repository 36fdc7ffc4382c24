import { z } from "zod";

import { date, id, optionalFile, text } from "@/lib/gate/fields";

export const closureForm = z.object({
  findingId: id,
  closedOn: date,
  note: text(2000),
  evidence: optionalFile,
});
export type ClosureForm = z.output<typeof closureForm>;
