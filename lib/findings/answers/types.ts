import type { PlainDate } from "@/lib/kernel/plain-date";

/** A file that belongs to a record, by the name it came with. */
export type NamedFile = { id: string; name: string };

/** What the agency did about a finding, and whether it was sent back. */
export type FindingAnswer = {
  id: string;
  number: number;
  cause: string;
  correction: string;
  correctiveAction: string;
  responsible: string;
  doneBy: PlainDate;
  answeredOn: PlainDate;
  files: readonly NamedFile[];
  back: { reason: string; on: PlainDate } | null;
};

/** An answer that was given wrongly: by whom it was cancelled, when and why. It counts as none. */
export type CancelledAnswer = FindingAnswer & { cancelled: { by: string; at: Date; reason: string } };
