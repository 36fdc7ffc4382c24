import type { Cancelled, FileId, HandedOn, Submitted } from "@/lib/journal/events/fields/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

type Revision = {
  issueNo: number;
  revisionNo: number;
  title: string;
  body: string;
  changeRequest: string;
  changePlace: string;
  changeSummary: string;
};
type Approval = {
  code: string;
  issueNo: number;
  revisionNo: number;
  approverId: string;
  approvedOn: PlainDate;
  effectiveOn: PlainDate;
  reviewDueOn: PlainDate;
  replaces: string | null;
};

export type OfDocument = {
  "document-created": Revision & { code: string; kind: string };
  "draft-saved": Revision;
  "draft-discarded": Cancelled<{ title: string }>;
  "draft-handed-on": HandedOn<{ title: string }>;
  "draft-submitted": Submitted;
  "draft-returned": Submitted;
  "submission-taken-back": Cancelled<{ title: string }>;
  "document-approved": Approval;
  "approval-recorded": Approval & { file: string };
  "approval-cancelled": Cancelled<{ title: string; approvedOn: PlainDate | null }>;
  "bases-recorded": { code: string; bases: string; basesBefore: string; updates: number };
  "carried-recorded": { code: string; carried: string; carriedBefore: string; updates: number };
  "update-judged": { code: string; law: string; reason: string; judgedOn: PlainDate };
  "update-judgement-cancelled": Cancelled<{ code: string; judgedOn: PlainDate | null }>;
  "document-kept": {
    code: string;
    reviewedOn: PlainDate;
    conclusion: string;
    reviewDueOn: PlainDate;
    file: FileId;
  };
  "document-review-cancelled": Cancelled<{ code: string; reviewedOn: PlainDate | null }>;
  "document-withdrawn": { code: string; withdrawnOn: PlainDate; reason: string; file: FileId };
  "withdrawal-cancelled": Cancelled<{ code: string; withdrawnOn: PlainDate | null }>;
};
