import type { z } from "zod";

import { problemsOf } from "@/lib/gate/rules";
import type { Viewer } from "@/lib/identity/types";
import type { Receipt } from "@/lib/journal/types";
import { refused, type Result } from "@/lib/kernel/result";

/** Under which id a device knows an item, and by how many seconds its clock was fast when it made it, as far as that is known. */
type Named = { id: string; clockFast: number | null };
type Mark = Named & { recordedAt: Date };

/** Takes one kind of item of a device, whichever way it comes: at its own address, or in a file. */
export type Deliverable = (
  viewer: Viewer,
  message: unknown,
  item: Named,
) => Promise<Result<Receipt & { version: number; displaced?: readonly object[] }>>;

/** Reads a message by its shape and gives it to its command. */
export const deliverable =
  <Shape extends z.ZodType<{ recordedAt: Date }>>(
    shape: Shape,
    run: (viewer: Viewer, message: z.output<Shape>, mark: Mark) => ReturnType<Deliverable>,
  ): Deliverable =>
  (viewer, message, item) => {
    const parsed = shape.safeParse(message);
    return parsed.success
      ? run(viewer, parsed.data, { ...item, recordedAt: parsed.data.recordedAt })
      : Promise.resolve(refused(...problemsOf(parsed.error)));
  };
