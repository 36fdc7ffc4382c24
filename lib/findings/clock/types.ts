import type { RecheckOutcome } from "@/lib/findings/rechecks/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** What final minutes say of a finding of before, on the day on which they were signed. */
export type Look = { outcome: RecheckOutcome; on: PlainDate };

/** How the clocks of a finding stand. */
export type Clock = {
  /** The day set, moved by the days that did not count; null where the grade has no date. */
  dueOn: PlainDate | null;
  /** Days that a higher level blocked. */
  blockedDays: number;
  /** All days that did not count: those, and those on which a visit had seen it corrected, before another saw that it was not. */
  stillDays: number;
  /** Since when it has been seen corrected; null where the newest minutes do not say so. */
  correctedOn: PlainDate | null;
  /** Days past the moved day. */
  overdueDays: number;
  runs: "agency" | "blocker" | "inspectors" | "nobody";
};
