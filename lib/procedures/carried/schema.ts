import { z } from "zod";

import { id, ids, shown } from "@/lib/gate/fields";

/** The procedures that a text carries out: those that were ticked. */
export const carriedForm = z.object({
  documentId: id,
  revisionId: id,
  procedures: ids(2000),
  shown,
});
