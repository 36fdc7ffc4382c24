import { z } from "zod";

import { agencyCode, date, id, shown, text } from "@/lib/gate/fields";

export const lapseForm = z.object({
  agencyId: id,
  agencyCode,
  lapsedOn: date,
  evidence: text(500),
  shown,
});
export type LapseForm = z.output<typeof lapseForm>;
