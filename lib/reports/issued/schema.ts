import { z } from "zod";

import { id, optionalCount, optionalDate } from "@/lib/gate/fields";

export const issueForm = z.strictObject({
  year: z
    .string({ error: "unknown-input" })
    .regex(/^(?:19|20)\d\d$/, "unknown-input")
    .transform(Number),
  number: optionalCount(99_999),
  date: optionalDate,
  /** Who signs; the usual one where nobody is chosen. */
  signatory: id.optional(),
});
