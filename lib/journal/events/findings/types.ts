import type { Cancelled, FileId, HandedOn } from "@/lib/journal/events/fields/types";
import type { Value } from "@/lib/journal/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type OfFinding = {
  /** The texts of the answer by their names. */
  "finding-answered": { readonly [text: string]: Value; doneBy: PlainDate; files: readonly string[] };
  "finding-answer-cancelled": Cancelled<{ answerNumber: number; answeredOn: PlainDate | null }>;
  "finding-returned": { reason: string };
  "finding-block-claimed": { blockingBody: string; reference: string; explanation: string; since: PlainDate };
  "finding-claim-cancelled": Cancelled<{ blockingBody: string; statedOn: PlainDate | null }>;
  "finding-block-accepted": { since: PlainDate };
  "finding-block-refused": { reason: string };
  "finding-unblocked": { endsOn: PlainDate; note: string };
  "finding-discussed": { purpose: string; text: string; file: FileId };
  "finding-rechecked": {
    visit: string;
    outcome: string;
    note: string;
    outcomeBefore?: string;
    noteBefore?: string;
    signed?: true;
  };
  "finding-closed": { closedOn: PlainDate; note: string; file: FileId; visit?: string };
  "responsible-handed-on": HandedOn<{ questionCode: string }>;
};
