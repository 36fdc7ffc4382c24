import type { NoteApart } from "@/lib/visits/minutes/rules";
import type { MinutesWords } from "@/lib/visits/wording/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** The text that would be sealed now, the fingerprint by which it is known again, and notes in it that differ from their findings. */
export type Foreseen = { words: MinutesWords; fingerprint: string; apart: readonly NoteApart[] };

/** When and where people signed. */
export type Signing = {
  /** As it is claimed, and written down. */
  signedOn: PlainDate;
  arrivedOn: PlainDate;
  /** The day from which result and findings count: never later than the day on which they arrived. */
  countedOn: PlainDate;
  recordedAt: Date;
  clockFast: number | null;
};
