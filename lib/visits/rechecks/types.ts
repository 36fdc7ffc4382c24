import type { Clock } from "@/lib/findings/clock/types";
import type { Recheck } from "@/lib/findings/rechecks/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** A recheck as it stands on its visit; the version tells a stale save. */
type VersionedRecheck = Recheck & { version: number };

/** What a visit has seen of earlier findings, by finding. */
export type Rechecks = Readonly<Record<string, VersionedRecheck>>;

/** An earlier finding to look at again, by its id and the question at which it was raised. */
export type EarlierFinding = { id: string; questionCode: string };

/** An earlier finding as a visit saw it again: where it comes from, what was seen, and how its clock stands on a day. */
export type RecheckedFinding = Recheck & {
  questionCode: string;
  evidence: string;
  raisedOn: PlainDate;
  /** The day of the visit that raised it. */
  visitOn: PlainDate;
  clock: Clock;
  /** Since when a higher level blocks it; null where none does. */
  blockedSince: PlainDate | null;
  /** When it was closed; null where it was not by that day. */
  closedOn: PlainDate | null;
};
