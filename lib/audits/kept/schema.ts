import { z } from "zod";

import { collections } from "@/lib/audits/imports/types";
import { fieldFormat, instant } from "@/lib/audits/schema";
import { choice, id, optionalText } from "@/lib/gate/fields";

/** What a device puts away: an item in the words in which it was refused, and what it was told. */
export const keptMessage = z.strictObject({
  format: fieldFormat,
  visitId: id,
  recordedAt: instant,
  to: choice(collections),
  message: z.record(z.string(), z.unknown(), { error: "unknown-input" }),
  problem: optionalText(2000),
});
export type KeptMessage = z.output<typeof keptMessage>;
