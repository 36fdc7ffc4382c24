import { z } from "zod";

import { agencyCode, date, id, optionalLine, shown } from "@/lib/gate/fields";

/** Which procedures of one field of work, or of all, an agency handles from a day on: those that are ticked, and no other of them. */
export const handledForm = z.object({
  agencyId: id,
  code: agencyCode,
  field: optionalLine(300),
  since: date,
  procedures: z
    .union([id.transform((one) => [one]), z.array(id).max(5000)], { error: "not-an-id" })
    .optional()
    .transform((ids) => ids ?? []),
  shown,
});
