import type { Cancelled, Changed, FileId, HandedOn, ScanAdded } from "@/lib/journal/events/fields/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

type Published = { officeOn?: PlainDate; websiteOn?: PlainDate; leadAgencyOn?: PlainDate };
type Post = { fullName: string; post: string; title: string };
/** How many were signed on days on which the signer holds no office any more. */
type Outside = { signedOutside?: number };
type Decision = { decisionNumber: string; decidedOn: PlainDate };

export type OfAgency = {
  "milestone-recorded": {
    kind: string;
    occurredOn: PlainDate;
    editionId: string;
    evidence: string;
    file: FileId;
  };
  "milestone-cancelled": Cancelled<{ kind: string; occurredOn: PlainDate | null }>;
  "declaration-recorded": Published & {
    number: string;
    decisionNumber: string;
    declaredOn: PlainDate;
    kind: string;
    editionId: string;
    proceduresCovered: number;
    proceduresTotal: number;
    unitsCovered: number;
    unitsTotal: number;
    supersedes: string | null;
    file: FileId;
  };
  "declaration-published": Published & { number: string };
  "declaration-cancelled": Cancelled<{ number: string; declaredOn: PlainDate | null }>;
  "publication-cancelled": Cancelled<{ channel: string; publishedOn: PlainDate | null }>;
  "system-lapsed": { lapsedOn: PlainDate; evidence: string };
  "delay-stated": Changed<{ reason: string; note: string; statedOn: PlainDate }>;
  "procedures-handled": { handledSince: PlainDate; handledBegun: string; handledEnded: string };
  "scan-added": ScanAdded;
  "appointment-begun": Post & Decision & { startedOn: PlainDate; lastDay?: PlainDate };
  "appointment-ended": Post & Decision & { lastDay: PlainDate } & Outside;
  "appointment-cancelled": Cancelled<Post & { startedOn: PlainDate; lastDay?: PlainDate } & Outside>;
  "appointment-reopened": Cancelled<
    Post & { startedOn: PlainDate; wrongLastDay: PlainDate; lastDay?: PlainDate }
  >;
  "post-handed-on": HandedOn<{ post: string | null; title: string }>;
  "typed-handed-on": HandedOn;
};
