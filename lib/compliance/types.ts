import type { Bucket } from "@/lib/adoption/types";
import type { AgencyKind } from "@/lib/agencies/types";
import type { Locale } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** How many obliged agencies of a kind are in a bucket on a day, and how many of them are overdue. */
export type CountRow = {
  kind: AgencyKind;
  bucket: Exclude<Bucket, "ceased">;
  count: number;
  overdue: number;
  /** The first and the last day from which they are; null where none is. */
  earliestDue: PlainDate | null;
  latestDue: PlainDate | null;
};

export type Parts = Record<CountRow["bucket"], number>;

/** The province's headline on a day. `total` is the denominator of every rate. */
export type Headline = Parts & {
  total: number;
  overdue: number;
  /** What those are who are overdue, and since when where it is one day for all of them. */
  late: Omit<Parts, "declared">;
  lateSince: PlainDate | null;
  byKind: readonly (Parts & { kind: AgencyKind; total: number })[];
};

/** How many agencies one act obliged from a day up to, and without, another; null while it does. */
export type Obliging = { law: string; from: PlainDate; to: PlainDate | null; agencies: number };

/** What the figures speak of: the subject set, and the acts by which its agencies are obliged on the day. */
export type Definition = { title: Record<Locale, string>; acts: readonly string[] };

/** On which day how many more (or fewer) agencies were obliged, by which acts. */
export type Joining = { on: PlainDate; agencies: number; acts: readonly string[] };

/** Why a rate is of another number of agencies than the one before it. */
export type Jump = { from: number; to: number; joinings: readonly Joining[] };
