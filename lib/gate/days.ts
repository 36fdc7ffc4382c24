import { z } from "zod";

import { isPastDay } from "@/lib/gate/fields";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

/** Days that are still to come where a form asks for one that has come, each at its field; whatever else is wrong with the form. */
export function daysToCome(
  shape: z.ZodType,
  posted: Readonly<Record<string, unknown>>,
  today: PlainDate,
): Problem[] {
  if (!(shape instanceof z.ZodObject)) return [];
  return Object.entries(shape.shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
    const day = isPastDay(field) ? field.safeParse(posted[name]).data : null;
    return typeof day === "string" && day > today
      ? [problem("date-in-future", name, { latest: formatDate(today) })]
      : [];
  });
}
