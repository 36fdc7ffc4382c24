import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** From when a block may be claimed: not before the finding, not before the last block ended, not ahead of time. */
export function sinceProblem(
  since: PlainDate,
  { raisedOn, lastStopEndsOn }: { raisedOn: PlainDate; lastStopEndsOn: PlainDate | null },
  today: PlainDate,
): Problem | null {
  if (since > today) return problem("date-in-future", "since", { latest: formatDate(today) });
  const earliest = later(raisedOn, lastStopEndsOn ?? raisedOn);
  return since < earliest ? problem("date-before", "since", { earliest: formatDate(earliest) }) : null;
}

/** When a block may end: not before it began, not ahead of time. */
export function endProblem(endsOn: PlainDate, startsOn: PlainDate, today: PlainDate): Problem | null {
  if (endsOn > today) return problem("date-in-future", "endsOn", { latest: formatDate(today) });
  return endsOn < startsOn ? problem("date-before", "endsOn", { earliest: formatDate(startsOn) }) : null;
}
