import { owesDeclaration } from "@/lib/adoption/rules";
import type { Bucket } from "@/lib/adoption/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

/**
 * Only those who owe a declaration have a delay to explain. A cause is stated by today, and not before the one that it replaces or a
 * lapse, which begins another way.
 */
export function delayProblem(
  bucket: Bucket,
  statedOn: PlainDate,
  earliest: PlainDate | null,
  today: PlainDate,
): Problem | null {
  if (!owesDeclaration(bucket)) return problem("no-delay");
  if (statedOn > today) return problem("date-in-future", "statedOn", { latest: formatDate(today) });
  return earliest && statedOn < earliest
    ? problem("date-before", "statedOn", { earliest: formatDate(earliest) })
    : null;
}
