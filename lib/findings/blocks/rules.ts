import type { Clock, Stop } from "@/lib/findings/blocks/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, daysBetween, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** Days that did not count by a day. Stops never overlap, so their sum counts no day twice. */
export const blockedDays = (stops: readonly Stop[], on: PlainDate): number =>
  stops.reduce(
    (sum, { startsOn, endsOn }) => sum + Math.max(0, daysBetween(startsOn, earlier(endsOn ?? on, on))),
    0,
  );

type Dated = { dueOn: PlainDate | null; closedOn: PlainDate | null };

/** The agency's clock from the days that did not count; a closed finding stands as on the day it was closed. */
export function clockFrom(
  { dueOn, closedOn }: Dated,
  { blocked, days }: { blocked: boolean; days: number },
  on: PlainDate,
): Clock {
  const moved = dueOn === null ? null : addDays(dueOn, days);
  const asOf = closedOn === null ? on : earlier(closedOn, on);
  return {
    dueOn: moved,
    blockedDays: days,
    overdueDays: moved === null ? 0 : Math.max(0, daysBetween(moved, asOf)),
    runs: closedOn !== null && closedOn <= on ? "nobody" : blocked ? "blocker" : "agency",
  };
}

const isBlocked = ({ startsOn, endsOn }: Stop, on: PlainDate): boolean =>
  startsOn <= on && (endsOn === null || on < endsOn);

/** Both clocks on a day: whatever the agency may not be held to is the blocker's. */
export function clockOf(finding: Dated, stops: readonly Stop[], on: PlainDate): Clock {
  const asOf = finding.closedOn === null ? on : earlier(finding.closedOn, on);
  const blocked = stops.some((stop) => isBlocked(stop, on));
  return clockFrom(finding, { blocked, days: blockedDays(stops, asOf) }, on);
}

/** From when a stop may be claimed: not before the finding, not before the last stop ended, not ahead of time. */
export function sinceProblem(
  since: PlainDate,
  { raisedOn, lastStopEndsOn }: { raisedOn: PlainDate; lastStopEndsOn: PlainDate | null },
  today: PlainDate,
): Problem | null {
  if (since > today) return problem("date-in-future", "since", { latest: formatDate(today) });
  const earliest = later(raisedOn, lastStopEndsOn ?? raisedOn);
  return since < earliest ? problem("date-before", "since", { earliest: formatDate(earliest) }) : null;
}

/** When a stop may end: not before it began, not ahead of time. */
export function endProblem(endsOn: PlainDate, startsOn: PlainDate, today: PlainDate): Problem | null {
  if (endsOn > today) return problem("date-in-future", "endsOn", { latest: formatDate(today) });
  return endsOn < startsOn ? problem("date-before", "endsOn", { earliest: formatDate(startsOn) }) : null;
}
