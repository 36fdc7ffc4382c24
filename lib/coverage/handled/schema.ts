import { z } from "zod";

import { agencyCode, date, id, ids, optionalLine, shown } from "@/lib/gate/fields";

/** Which procedures of one field of work, or of all, an agency handles from a day on: those that are ticked, and no other of them. */
export const handledForm = z.object({
  agencyId: id,
  code: agencyCode,
  field: optionalLine(300),
  since: date,
  procedures: ids(5000),
  shown,
});
