import type { PlainDate } from "@/lib/kernel/plain-date";

/** A file that belongs to a record, by the name it came with. */
export type NamedFile = { id: string; name: string };

/** What the agency did about a finding, and whether it was sent back. */
export type FindingAnswer = {
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
