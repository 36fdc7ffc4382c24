import { z } from "zod";

import { collections } from "@/lib/fieldwork/sealed-files/types";
import { fieldFormat, instant } from "@/lib/visits/schema";
import { choice, id } from "@/lib/gate/fields";
import { problemCodes } from "@/lib/kernel/problem";
import { beginning, clean } from "@/lib/kernel/text";

const longestProblem = 2000;

/** Letters of one item: a clause group with every note as long as notes may be, twice. Minutes are as long as they are. */
const longestItem = 200_000;
const isTooLong = ({ to, message }: { to: string; message: object }): boolean =>
  to !== "minutes" && JSON.stringify(message).length > longestItem;

const mostProblems = 50;
const toldProblem = z.strictObject({
  code: z.enum(problemCodes),
  values: z.record(z.string().max(50), z.union([z.string().max(longestProblem), z.number()])).optional(),
});

/** What a device puts away: an item in the words in which it was refused, and what it was told. */
export const keptMessage = z
  .strictObject({
    format: fieldFormat,
    visitId: id,
    recordedAt: instant,
    to: choice(collections),
    message: z.record(z.string(), z.unknown(), { error: "unknown-input" }),
    /** As long as the site told it: cut to what is kept, so that no sentence holds an item fast on its device. */
    problem: z
      .string({ error: "unknown-input" })
      .default("")
      .transform((told) => beginning(clean(told), longestProblem)),
    /** The same by its codes, for whoever reads another language; what cannot be read of them is left to the sentence. */
    problems: z.array(toldProblem).max(mostProblems).optional().catch(undefined),
  })
  .refine((item) => !isTooLong(item), "item-too-long");
export type KeptMessage = z.output<typeof keptMessage>;
