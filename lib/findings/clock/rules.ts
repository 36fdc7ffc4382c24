import type { Span } from "@/lib/findings/blocks/types";
import type { Clock, Look } from "@/lib/findings/clock/types";
import { addDays, daysBetween, type PlainDate } from "@/lib/kernel/plain-date";

type Dated = { dueOn: PlainDate | null; closedOn: PlainDate | null };

const earliest = (...days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null);

const holds = ({ startsOn, endsOn }: Span, on: PlainDate): boolean =>
  startsOn <= on && (endsOn === null || on < endsOn);

/** From when to when a finding stood as corrected; looks come in the order in which their minutes were signed. */
export const correctedSpans = (looks: readonly Look[]): Span[] =>
  looks.reduce<Span[]>((spans, { outcome, on }) => {
    const last = spans.at(-1);
    const stands = last?.endsOn === null;
    if (outcome === "corrected") return stands ? spans : [...spans, { startsOn: on, endsOn: null }];
    return stands ? [...spans.slice(0, -1), { ...last, endsOn: on }] : spans;
  }, []);

/** Days that lie in any of these spans, before a day; a day in two of them counts once. */
export function daysWithin(spans: readonly Span[], until: PlainDate): number {
  const inOrder = [...spans].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  let reached: PlainDate | null = null;
  let days = 0;
  for (const { startsOn, endsOn } of inOrder) {
    const from: PlainDate = reached !== null && reached > startsOn ? reached : startsOn;
    const to: PlainDate = endsOn !== null && endsOn < until ? endsOn : until;
    if (to <= from) continue;
    days += daysBetween(from, to);
    reached = to;
  }
  return days;
}

/**
 * The clock from what the database counted (finding_clock): it stands still from the day since which the finding has been seen
 * corrected, and from the day on which it was closed.
 */
export function clockFrom(
  { dueOn, closedOn }: Dated,
  standing: { blocked: boolean } & Pick<Clock, "blockedDays" | "stillDays" | "correctedOn">,
  on: PlainDate,
): Clock {
  const { blocked, blockedDays, stillDays, correctedOn } = standing;
  const moved = dueOn === null ? null : addDays(dueOn, stillDays);
  const asOf = earliest(on, closedOn, correctedOn) ?? on;
  return {
    dueOn: moved,
    blockedDays,
    stillDays,
    correctedOn,
    overdueDays: moved === null ? 0 : Math.max(0, daysBetween(moved, asOf)),
    runs: runsFor(closedOn !== null && closedOn <= on, correctedOn !== null, blocked),
  };
}

function runsFor(closed: boolean, corrected: boolean, blocked: boolean): Clock["runs"] {
  if (closed) return "nobody";
  if (corrected) return "inspectors";
  return blocked ? "blocker" : "agency";
}

/**
 * Every clock of a finding on a day. On each day the newest final minutes by that day say whether it stands as corrected; while it
 * does, or while a higher level blocks it, the agency's time does not run, and it goes on from where it stood.
 */
export function clockOf(
  finding: Dated,
  blocks: readonly Span[],
  looks: readonly Look[],
  on: PlainDate,
): Clock {
  const asOf = earliest(on, finding.closedOn) ?? on;
  const seen = correctedSpans(looks);
  const correctedOn = seen.find((span) => holds(span, asOf))?.startsOn ?? null;
  const until = earliest(asOf, correctedOn) ?? asOf;
  const standing = {
    blocked: blocks.some((block) => holds(block, asOf)),
    blockedDays: daysWithin(blocks, until),
    stillDays: daysWithin([...blocks, ...seen], until),
    correctedOn,
  };
  return clockFrom(finding, standing, on);
}
