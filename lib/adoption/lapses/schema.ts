import { z } from "zod";

import { agencyCode, date, id, optionalLine, text } from "@/lib/gate/fields";

export const lapseForm = z.object({
  agencyId: id,
  agencyCode,
  lapsedOn: date,
  evidence: text(500),
  /** What the page said would change: once that has changed the page is read anew. */
  shown: optionalLine(64).optional(),
});
export type LapseForm = z.output<typeof lapseForm>;
