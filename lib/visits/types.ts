import type { RecordedOn } from "@/lib/visits/days/types";
import type { Photo } from "@/lib/visits/photos/types";
import type { Rechecks } from "@/lib/visits/rechecks/types";
import type { Severity } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Basis as LegalBasis } from "@/lib/legal/types";
import type { Answers, Checklist, GroupScore, VisitScope } from "@/lib/checklists/types";
import type { TeamDuty, VisitMode, VisitState } from "@/lib/programme/types";

/** One visit in the programme of a year. */
export type VisitLine = {
  id: string;
  agencyCode: string;
  agencyName: string;
  mode: VisitMode;
  plannedOn: PlainDate;
  /** The day on which its work began, as its minutes say it; null before it is final. */
  begunOn: PlainDate | null;
  /** The day from which its result counts, which none lies after but by a clock that ran ahead; null before it is final. */
  receivedOn: PlainDate | null;
  leaderName: string | null;
  state: VisitState;
  followUp: boolean;
  scoreHundredths: number | null;
  gradeTitle: string | null;
  /** From which score on the grade is given, in hundredths: its place among the others. */
  gradeFrom?: number | null;
  /** The requirements that capped the grade, each with its code and words. */
  cappedBy?: readonly string[];
  findings: number;
};

type GroupVersion = { version: number; savedAt: Date };

export type IssuedResult = {
  finalisedOn: PlainDate;
  scoreHundredths: number | null;
  gradeTitle: string | null;
  cappedBy: readonly string[];
  maintains: boolean;
  failing: readonly string[];
  groupScores: readonly GroupScore[];
  conclusion: string;
  receiptNo: string;
  receivedAt: Date;
};

export type VisitFinding = {
  id: string;
  questionCode: string;
  severity: Severity;
  evidence: string;
  /** Where it was seen; empty on findings of before it was asked. */
  reference: string;
  scope: string;
  /** What the agency said of it when the minutes were signed; empty where it said nothing of its own. */
  statement: string;
  requirement: string;
  /** The documents that it names; absent from a pack that an older site made. */
  laws?: readonly LegalBasis[];
  raisedOn: PlainDate;
  dueOn: PlainDate | null;
  /** Since when later visits have seen it corrected. */
  correctedOn: PlainDate | null;
  closedOn: PlainDate | null;
};

/** Everything a visit's pages show. */
export type VisitRecord = {
  id: string;
  agencyId: string;
  agencyCode: string;
  agencyName: string;
  mode: VisitMode;
  plannedOn: PlainDate;
  /** The day on which its work began: as its minutes say it, before that the day of the first answer; null before there is one. */
  begunOn?: PlainDate | null;
  /** When each thing that stands was recorded, until the visit is final; absent from a pack that an older site made. */
  recordedOn?: RecordedOn;
  scope: VisitScope;
  designation: string;
  state: VisitState;
  team: readonly { personId: string; name: string; duty: TeamDuty }[];
  /** Whether the viewer belongs to the team, and so may record. */
  mine: boolean;
  checklist: Checklist;
  answers: Answers;
  /** Photographs by question. */
  photos: Readonly<Record<string, readonly Photo[]>>;
  sections: Readonly<Record<string, GroupVersion>>;
  /** What was answered on the visit before. */
  previous: Answers;
  /** Findings of earlier visits that this one looks at again: still open, or already looked at. */
  openBefore: readonly VisitFinding[];
  rechecks: Rechecks;
  findings: readonly VisitFinding[];
  result: IssuedResult | null;
};
