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
};

export type Parts = { declared: number; in_progress: number; not_started: number };

/** The province's headline on a day. `total` is the denominator of every rate. */
export type Headline = Parts & {
  total: number;
  overdue: number;
  byKind: readonly (Parts & { kind: AgencyKind; total: number })[];
};

/** How many agencies one act obliged from a day up to, and without, another; null while it does. */
export type Obliging = { law: string; from: PlainDate; to: PlainDate | null; agencies: number };

/** What the figures speak of: the subject set, the acts by which its agencies are obliged on the day, and the deadline. */
export type Definition = { title: Record<Locale, string>; acts: readonly string[]; dueOn: PlainDate | null };

/** On which day how many more (or fewer) agencies were obliged, by which acts. */
export type Joining = { on: PlainDate; agencies: number; acts: readonly string[] };

/** Why a rate is of another number of agencies than the one before it. */
export type Jump = { from: number; to: number; joinings: readonly Joining[] };
