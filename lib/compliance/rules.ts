import { agencyKinds } from "@/lib/agencies/types";
import type { CountRow, Headline, Joining, Jump, Obliging, Parts } from "@/lib/compliance/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

const partsOf = (rows: readonly CountRow[], counted: "count" | "overdue" = "count"): Parts => {
  const sum = (bucket: CountRow["bucket"]): number =>
    rows.filter((row) => row.bucket === bucket).reduce((total, row) => total + row[counted], 0);
  return {
    declared: sum("declared"),
    in_progress: sum("in_progress"),
    not_started: sum("not_started"),
    lapsed: sum("lapsed"),
  };
};

const totalOf = ({ declared, in_progress, not_started, lapsed }: Parts): number =>
  declared + in_progress + not_started + lapsed;

/** The day from which all are overdue; null where it is not one day for all. A lapse has its own. */
function sinceOf(rows: readonly CountRow[]): PlainDate | null {
  const days = rows
    .flatMap(({ earliestDue, latestDue }) => [earliestDue, latestDue])
    .filter((day) => day !== null);
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}

/** The one definition of the province's rate: declared of all that are obliged and exist on the day. */
export function headlineOf(rows: readonly CountRow[]): Headline {
  const parts = partsOf(rows);
  const late = partsOf(rows, "overdue");
  const byKind = agencyKinds.flatMap((kind) => {
    const ofKind = partsOf(rows.filter((row) => row.kind === kind));
    const total = totalOf(ofKind);
    return total === 0 ? [] : [{ kind, ...ofKind, total }];
  });
  return {
    ...parts,
    total: totalOf(parts),
    overdue: totalOf(late),
    late,
    lateSince: sinceOf(rows),
    byKind,
  };
}

const lawsOf = (rows: readonly Obliging[]): string[] => [...new Set(rows.map(({ law }) => law))];

/** The acts that oblige agencies on a day, what obliges most first. */
export const actsOn = (obliging: readonly Obliging[], on: PlainDate): string[] =>
  lawsOf(
    obliging
      .filter(({ from, to }) => from <= on && (to === null || on < to))
      .toSorted((a, b) => b.agencies - a.agencies || (a.law < b.law ? -1 : 1)),
  );

const sum = (rows: readonly Obliging[]): number => rows.reduce((total, { agencies }) => total + agencies, 0);

/** Who passes on a day from one act to another neither joins nor leaves. */
function joiningOn(obliging: readonly Obliging[], on: PlainDate): Joining | null {
  const begun = obliging.filter(({ from }) => from === on);
  const ended = obliging.filter(({ to }) => to === on);
  const agencies = sum(begun) - sum(ended);
  return agencies === 0 ? null : { on, agencies, acts: lawsOf(agencies > 0 ? begun : ended) };
}

type Point = { on: PlainDate; total: number };

/** Where the number of obliged agencies differs from that of the day before it in a row, and which acts made it so. */
export function jumpsOf(points: readonly Point[], obliging: readonly Obliging[]): Jump[] {
  const days = [...new Set(obliging.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))].sort();
  const joinings = days.map((on) => joiningOn(obliging, on)).filter((each) => each !== null);
  return points.slice(1).flatMap((point, index) => {
    const before = points[index] ?? point;
    const between = joinings.filter(({ on }) => before.on < on && on <= point.on);
    return before.total === point.total || between.length === 0
      ? []
      : [{ from: before.total, to: point.total, joinings: between }];
  });
}
