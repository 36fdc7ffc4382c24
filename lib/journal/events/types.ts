import type { Value } from "@/lib/journal/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/*
 * Everything that may happen, by the record to which it happens, and what history is told of it. Each name has its words in
 * messages/<locale>/journal.json under "action", each field under "field": components/journal/actions.test.ts holds both to it.
 */

type Nothing = { readonly [key in never]: never };
type FileId = string | null;
/** A field that changed, with what it was before: only those that did. */
export type Changed<Fields> = Partial<
  Fields & { [Name in keyof Fields & string as `${Name}Before`]: Fields[Name] }
>;
/** Why an entry was cancelled. */
type Cancelled<Said = Nothing> = Said & { reason: string };
type HandedOn<Said = Nothing> = Said & { handedFrom: string; handedTo: string };

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
  issueNo: number;
  revisionNo: number;
  approverId: string;
  approvedOn: PlainDate;
  effectiveOn: PlainDate;
  reviewDueOn: PlainDate;
  replaces: string | null;
};
type Signature = { signer: string; signedOn: PlainDate; replaces: string | null };
type Published = { officeOn?: PlainDate; websiteOn?: PlainDate; leadAgencyOn?: PlainDate };
type Post = { fullName: string; post: string; title: string };
/** How many were signed on days on which the signer holds no office any more. */
type Outside = { signedOutside?: number };
type Decision = { decisionNumber: string; decidedOn: PlainDate };
/** What is put before the head: a document by its code, the policy by nothing. */
type Submitted = { code?: string; note: string };
type ScanAdded = { readonly [field: string]: Value; file: string };
type Picture = { question: string; sha256: string };
type Plan = { plannedOn: PlainDate; mode: string; team: Value };
type Handed = { left?: number; handedTo?: string; handedCount?: number };

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

type OfDocument = {
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

type OfPolicy = {
  "policy-drafted": { body: string };
  "policy-draft-discarded": Cancelled;
  "draft-submitted": Submitted;
  "draft-returned": Submitted;
  "submission-taken-back": Cancelled;
  "policy-signed-by-head": Signature;
  "policy-signed": Signature & { file: string };
  "policy-signature-cancelled": Cancelled<{ signer: string; signedOn: PlainDate | null }>;
  "policy-posted": { place: string; postedOn: PlainDate; photo: FileId };
  "posting-removed": { place: string; removedOn: PlainDate };
  "posting-cancelled": Cancelled<{ place: string; postedOn: PlainDate | null }>;
  "scan-added": ScanAdded;
};

type OfObjective = {
  "objective-saved": { year: number; text: string; measure: string; target: string; result: string };
  "objective-cancelled": Cancelled<{ text: string }>;
};

type OfReview = {
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

export type OfProgramme = {
  "programme-proposed": { name: string; proposedOn: PlainDate; weights: string; visits: Value };
  "programme-changed": Changed<Plan> & {
    name: string;
    agency: string;
    reason?: string;
    alsoFor?: readonly string[];
  };
  "programme-amended": Changed<Plan> & {
    name: string;
    agency: string;
    reason?: string;
    alsoFor?: readonly string[];
  };
  "programme-approved": { name: string; decisionNumber: string; decidedOn: PlainDate; visits: number };
  "agency-left-out": Cancelled<Plan & { name: string; agency: string }>;
  "agency-added": Cancelled<Plan & { name: string; agency: string }>;
};

export type OfVisit = {
  "visit-planned": { name: string; mode: string; team: Value; plannedOn?: PlainDate; reason?: string };
  "visit-replanned": Changed<Plan> & { name: string; reason?: string };
  "visit-left-out": Cancelled<{ name: string }>;
  "visit-handed-on": HandedOn<{ name: PlainDate | null; duty: string | null }>;
  "follow-up-handed-on": HandedOn<{ name: PlainDate | null }>;
  "group-handed-on": HandedOn<{ name: PlainDate | null; group: string | null }>;
  "group-taken": { group: string };
  "group-given-back": { group: string };
  "groups-given": { groups: Record<string, string> };
  "section-saved": { group: string; by?: string; answers: Value; answersBefore?: Value; signed?: true };
  "photo-attached": Picture & { fileName: string; caption?: string };
  "photo-captioned": Picture & { caption: string };
  "photo-removed": Picture;
  "visit-finalised": {
    /** As it is claimed; with the day of arrival where that lies before it. */
    signedOn: PlainDate;
    arrivedOn?: PlainDate;
    score: number | null;
    grade: string | null;
    cappedBy: Value;
    findings: Value;
    rechecks?: Value;
    conclusion: string;
    startedAt: string | null;
    endedAt: string | null;
    startedOn?: PlainDate | null;
    endedOn?: PlainDate | null;
    present?: readonly string[];
    away?: readonly string[];
    signsFor?: readonly string[];
    opinion: string;
    representative: string;
    statement: string;
    signatories?: Value;
    fingerprint: string;
  };
  "minutes-amended": {
    minutes: number;
    amends: number;
    reason: string;
    opinion: string;
    representative: string;
    statement: string;
    fingerprint: string;
  };
  "records-sealed": { minutes: number };
  /** What a device sent and could not be taken stands here whole, as it came. */
  "item-kept": { readonly [field: string]: Value; subject: string };
  "item-put-away": PutAway;
};

type PutAway = {
  item: string;
  visit: string;
  to: string;
  recordedAt: string;
  /** Seconds by which the clock that says so was fast; absent where it is not known. */
  clockFast?: number;
  problem: string;
  text: string;
};

export type OfFinding = {
  "finding-answered": {
    cause: string;
    correction: string;
    correctiveAction: string;
    responsible: string;
    doneBy: PlainDate;
    files: readonly string[];
  };
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

type OfReport = {
  "report-issued": {
    year: number;
    asOf: PlainDate;
    number: number | null;
    date: PlainDate | null;
    sha256: string;
  };
};

export type OfAccount = {
  "account-created": {
    name: string;
    fullName: string;
    role: string;
    agency: string | null;
    address: string;
    person?: string;
  };
  "account-rights-changed": Changed<{ role: string; agency: string | null; person: string }> &
    Handed & { name: string };
  "account-password-reset": { name: string };
  "account-disabled": Handed & { name: string };
  "account-handed-on": Handed & { name: string };
  "account-enabled": { name: string };
  "account-signed-out": { name: string; sessions: number };
  "password-changed": { name: string; sessions: number };
  "session-ended": { name: string; sessions: number };
  "calendar-issued": { name: string };
  "calendar-revoked": { name: string };
  "mail-setting-changed": Changed<{ address: string; language: string; reminders: string }>;
  "mails-stopped": { reminders: string; remindersBefore: string };
  "queue-brought-in": { readonly [field: string]: Value; name: string; sha256: string };
  "item-put-away": PutAway;
};

/** What may happen to which kind of record. */
type Records = {
  agency: OfAgency;
  document: OfDocument;
  policy: OfPolicy;
  objective: OfObjective;
  review: OfReview;
  programme: OfProgramme;
  visit: OfVisit;
  finding: OfFinding;
  report: OfReport;
  account: OfAccount;
};

/** An event of one kind of record: `chain` is the agency concerned, or provinceChain. */
export type Told<Kind extends keyof Records, Name extends keyof Records[Kind]> = {
  chain: string;
  entity: Kind;
  entityId: string;
  action: Name;
  content: Records[Kind][Name];
};

/** What happened to which record. */
export type Happening = {
  [Kind in keyof Records]: { [Name in keyof Records[Kind]]: Told<Kind, Name> }[keyof Records[Kind]];
}[keyof Records];

/** The same, where the agency in whose history it stands is said once for all. */
export type WithoutChain = Happening extends infer Each
  ? Each extends Happening
    ? Omit<Each, "chain">
    : never
  : never;

export type EventName = Happening["action"];

type FieldOf<Content> = Content extends unknown
  ? string extends keyof Content
    ? never
    : keyof Content
  : never;
/** Every field that history may be told of, what it was before under the same name; what came from a device is told as it came. */
export type EventField = Exclude<FieldOf<Happening["content"]>, `${string}Before`>;
