import type { AnswerText } from "@/lib/audits/types";
import type { Recheck } from "@/lib/findings/rechecks/types";

/** What minutes that do not stand say, as far as it has a name. */
export type KeptMinutes = {
  fingerprint: string;
  opinion: string;
  name: string;
  /** What was found, by question. */
  findings: readonly { code: string; evidence: string }[];
};

/** What was sent of a visit and stands beside its record: it came after the seal, or was put away. */
export type KeptItem = {
  receiptNo: string;
  /** "late": it came after the seal; "away": the site would not have it, and a person put it away. */
  why: "late" | "away";
  by: string;
  /** As the device claims; null where it does not say. */
  recordedAt: Date | null;
  /** Seconds by which the clock that says so was fast; null where it is not known. */
  clockFast: number | null;
  receivedAt: Date;
  subject: string;
  answers: Readonly<Record<string, AnswerText>>;
  recheck: Recheck | null;
  /** Other minutes of the visit, which came after those that stand. */
  minutes: KeptMinutes | null;
  /** A photograph that is kept with its bytes. */
  attachmentId: string | null;
  /** Anything else, word for word. */
  text: string;
};
