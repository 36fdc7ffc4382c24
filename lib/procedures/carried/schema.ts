import { z } from "zod";

import { id, shown } from "@/lib/gate/fields";

/** The procedures that a text carries out: those that were ticked. */
export const carriedForm = z.object({
  documentId: id,
  revisionId: id,
  procedures: z
    .union([id.transform((one) => [one]), z.array(id).max(2000)], { error: "not-an-id" })
    .optional()
    .transform((ids) => ids ?? []),
  shown,
});
