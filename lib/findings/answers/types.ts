import type { PlainDate } from "@/lib/kernel/plain-date";

/** A file that belongs to a record, by the name it came with. */
export type NamedFile = { id: string; name: string };

/** The texts of an answer in the order in which they are asked and read: stored, told to history and shown by these names. */
export const answerTexts = ["cause", "correction", "correctiveAction", "responsible"] as const;
type AnswerTexts = Record<(typeof answerTexts)[number], string>;

/** What the agency did about a finding, and whether it was sent back. */
export type FindingAnswer = AnswerTexts & {
  id: string;
  number: number;
  doneBy: PlainDate;
  answeredOn: PlainDate;
  files: readonly NamedFile[];
  back: { reason: string; on: PlainDate } | null;
};

/** An answer that was given wrongly: by whom it was cancelled, when and why. It counts as none. */
export type CancelledAnswer = FindingAnswer & { cancelled: { by: string; at: Date; reason: string } };
