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

/** What the figures speak of: the subject set, its legal document, and the deadline it was given. */
export type Definition = { title: Record<Locale, string>; law: string; dueOn: PlainDate | null };
