import type { AnswerText } from "@/lib/audits/types";
import type { Recheck } from "@/lib/findings/rechecks/types";

/** What was sent of a visit and stands beside its record: it came after the seal, or was put away. */
export type KeptItem = {
  receiptNo: string;
  /** "late": it came after the seal; "away": the site would not have it, and a person put it away. */
  why: "late" | "away";
  by: string;
  /** As the device claims; null where it does not say. */
  recordedAt: Date | null;
  receivedAt: Date;
  subject: string;
  answers: Readonly<Record<string, AnswerText>>;
  recheck: Recheck | null;
  /** A photograph that is kept with its bytes. */
  attachmentId: string | null;
  /** Anything else, word for word. */
  text: string;
};
