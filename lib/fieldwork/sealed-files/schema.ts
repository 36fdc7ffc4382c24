import { z } from "zod";

import { groupCode, instant, questionCode } from "@/lib/visits/schema";
import { collections } from "@/lib/fieldwork/sealed-files/types";
import { id, optionalLine } from "@/lib/gate/fields";
import { secondsFast } from "@/lib/gate/rules";

const mostItems = 5000;

/** The head of a file. Its edition is looked at first, so that a newer one is explained and not called broken. */
export const header = z.strictObject({
  kind: z.literal("nenep-queue", { error: "import-type" }),
  edition: z.literal(1, { error: "import-edition" }),
  keyId: id,
  accountId: id,
  name: optionalLine(300),
  madeAt: instant,
  items: z.number().int().min(0).max(mostItems),
});
export type ReadHeader = z.output<typeof header>;

const packedItem = z.strictObject({
  id,
  to: z.enum(collections),
  message: z.record(z.string(), z.unknown()),
  size: z.number().int().min(0),
  clockFast: z
    .number()
    .transform((said) => secondsFast(said) ?? undefined)
    .optional(),
});

export const manifest = z.strictObject({
  proof: z.string().regex(/^[\w-]{0,100}$/),
  items: z.array(packedItem).max(mostItems),
});

/** Where an item belongs, as far as its words can be read. */
export const place = z.object({
  visitId: id,
  groupCode: groupCode.optional().catch(undefined),
  findingId: id.optional().catch(undefined),
  questionCode: questionCode.optional().catch(undefined),
  recordedAt: instant
    .transform((moment) => moment.toISOString())
    .optional()
    .catch(undefined),
});
