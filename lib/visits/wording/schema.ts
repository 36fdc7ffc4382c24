import { z } from "zod";

import { tableNames, type MinutesWords } from "@/lib/visits/wording/types";

const most = { lines: 500, columns: 12, rows: 300 };
const longest = 100_000;

const line = z.string({ error: "unknown-input" }).max(longest, "unknown-input");
const lines = z.array(line, { error: "unknown-input" }).max(most.lines, "unknown-input");

const table = z.strictObject({
  kind: z.literal("table"),
  table: z.enum(tableNames),
  columns: z.array(line).min(1).max(most.columns),
  rows: z.array(z.array(line).max(most.columns)).max(most.rows),
});

const said = z.strictObject({ kind: z.enum(["heading", "subheading", "paragraph", "item"]), text: line });

/** The text of minutes as a device sealed it, with nothing left open; absent from minutes of before it was sealed with them. */
export const minutesWords = z
  .strictObject({
    subject: lines,
    bases: lines,
    body: z.array(z.union([table, said])).max(most.lines),
    annexes: z.strictObject({
      answers: table,
      photos: z
        .array(
          z.strictObject({
            questionCode: line,
            sha256: z.string().regex(/^[0-9a-f]{64}$/, "unknown-input"),
            text: line,
          }),
        )
        .max(2000),
    }),
  })
  .refine(
    ({ body, annexes }) =>
      [...body, annexes.answers].every(
        (block) => block.kind !== "table" || block.rows.every((row) => row.length === block.columns.length),
      ),
    "unknown-input",
  )
  .optional() satisfies z.ZodType<MinutesWords | undefined>;
