import type { Cancelled, FileId, ScanAdded } from "@/lib/journal/events/fields/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type OfReview = {
  "review-recorded": {
    kind: string;
    startedOn: PlainDate;
    endedOn: PlainDate;
    participants: string;
    scope: string;
    findings: string;
    minutes: FileId;
  };
  "review-cancelled": Cancelled<{ kind: string; endedOn: PlainDate | null }>;
  "scan-added": ScanAdded;
};
