import type { Collection } from "@/lib/fieldwork/sealed-files/types";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import type { AnswerText } from "@/lib/checklists/types";
import type { Recheck } from "@/lib/findings/rechecks/types";
import type { Problem } from "@/lib/kernel/problem";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** What minutes that do not stand say, as far as it has a name. */
export type KeptMinutes = {
  fingerprint: string;
  opinion: string;
  name: string;
  /** What was found, by question, and until when it was to be mended. */
  findings: readonly { code: string; evidence: string; dueOn: PlainDate | null }[];
  /** All that was sealed, with its text and signatures; null where it was not sent, or does not have its form. */
  sheet: MinutesSheet | null;
};

/** What an item says, as far as its words can be read; what was refused may say anything. */
export type KeptWords = {
  /** What it is about; null where it does not say. */
  kind: Collection | null;
  /** "D" of a clause group, "D.1" of a question, the id of a finding; "" of minutes. */
  part: string;
  answers: Readonly<Record<string, AnswerText>>;
  recheck: Recheck | null;
  /** Other minutes of the visit, which came after those that stand. */
  minutes: KeptMinutes | null;
  /** What a photograph shows, and what its file is called. */
  caption: string;
  fileName: string;
  /** Of which picture it is, by its bytes; "" where it is of none. */
  sha256: string;
  /** Who sent it records a group, or no longer. */
  mine: boolean | null;
  /** Anything else, in its own words. */
  text: string;
};

/** Whether a visit has minutes, seen from something that is kept beside it: none, received before it, or after it. */
export type MinutesBeside = "none" | "earlier" | "later";

/** What was sent of a visit and stands beside its record: it came after the seal, was put away, was never chosen, or was displaced by what was signed. */
export type KeptItem = KeptWords & {
  receiptNo: string;
  /**
   * "late": it came after the seal; "away": the site would not have it, and a person put it away; "unchosen": a colleague was faster,
   * and who sent it has not said since whose words stand; "displaced": it had been received, and the minutes that were signed say otherwise.
   */
  why: "late" | "away" | "unchosen" | "displaced";
  by: string;
  /** As the device claims; null where it does not say. */
  recordedAt: Date | null;
  /** Seconds by which the clock that says so was fast; null where it is not known. */
  clockFast: number | null;
  receivedAt: Date;
  /** A photograph that is kept with its bytes, or the one of the visit that it is about. */
  attachmentId: string | null;
  /** Why the site would not have it, as its device was told: by codes, where it was told these. */
  problem: string;
  problems: readonly Problem[];
};

/** What two of a team wrote, each in another way, and nobody has chosen: whose copy is in no record, and about which questions. */
export type Collision = { by: string; codes: readonly string[] };
