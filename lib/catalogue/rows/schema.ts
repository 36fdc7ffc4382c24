import { z } from "zod";

import { choice, id, optionalFile, optionalLine, optionalText, shown } from "@/lib/gate/fields";

/** A decision's list of procedures, as a file or pasted out of one. */
export const readingForm = z.object({ lawId: id, file: optionalFile, pasted: optionalText(400_000) });
export type ReadingForm = z.output<typeof readingForm>;

/** Which procedure a row means: one that is known, by id or by its code, or a new one. */
export const matchForm = z.object({
  lawId: id,
  rowId: id,
  /** The id of one that is known; "new", or "code" for the one of that code. */
  meant: z.union([id, choice(["new", "code"])], { error: "not-a-choice" }),
  code: optionalLine(40),
});

/** All rows that mean the one procedure of their own name do so. */
export const matchAllForm = z.object({ lawId: id, shown });

/** Takes a row off a draft, or all of them. */
export const dropRowsForm = z.object({ lawId: id, rowId: z.union([id, z.literal("")]), shown });
