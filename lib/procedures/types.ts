import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Submission } from "@/lib/submissions/types";

export const documentKinds = ["manual", "procedure", "instruction", "form", "register", "record"] as const;
type DocumentKind = (typeof documentKinds)[number];

/** What a required item or a document amounts to on a day; `approved`: nothing is in force yet, and something will be. */
export type DocumentState = "missing" | "draft" | "approved" | "current" | "review_due" | "withdrawn";

/** A withdrawn document answers nothing: to what it answered, it is missing. */
export const requiredStates = ["current", "review_due", "approved", "draft", "missing"] as const;
export type RequiredState = (typeof requiredStates)[number];

export type Revision = {
  id: string;
  issueNo: number;
  revisionNo: number;
  title: string;
  body: string;
  changeRequest: string;
  changePlace: string;
  changeSummary: string;
  approverId: string | null;
  approverName: string | null;
  approvedOn: PlainDate | null;
  effectiveOn: PlainDate | null;
  obsoleteOn: PlainDate | null;
  reviewDueOn: PlainDate | null;
  /** Who recorded the approval from the signed paper, and its scan; null where the head's own account approved. */
  recordedName: string | null;
  attachmentId: string | null;
  version: number;
};

/** The dates that decide a state. */
export type RevisionDates = Pick<Revision, "approvedOn" | "effectiveOn" | "obsoleteOn" | "reviewDueOn">;

export type DocumentLine = {
  id: string;
  code: string;
  title: string;
  kind: DocumentKind;
  state: DocumentState;
  reviewDueOn: PlainDate | null;
  /** From when on the text that has been approved for a later day is in force; null where there is none. */
  pendingFrom: PlainDate | null;
  /** Who approved the last text that stands, and when, where they held no office on that day; null where they did. */
  outside: { by: string; on: PlainDate } | null;
  /**
   * The draft, where there is one, and how it was last put before the head; `undone` where it is the text of an approval that was
   * cancelled, for the head to approve again.
   */
  draft: { submission: Submission | null; undone?: boolean } | null;
};

/** One thing the edition asks for, and what the agency has for it. */
export type RequiredItem = {
  id: string;
  clause: string;
  title: string;
  usualCode: string | null;
  state: RequiredState;
  documents: readonly DocumentLine[];
  /** The day of the review whose record answers it, where one has been recorded. */
  heldOn: PlainDate | null;
};

export type DocumentSet = {
  designation: string;
  items: readonly RequiredItem[];
  others: readonly DocumentLine[];
};

/** How far an agency's documents answer what the edition requires, and by name what is still missing. */
export type SetSummary = {
  done: number;
  total: number;
  counts: Record<RequiredState, number>;
  missing: readonly Pick<RequiredItem, "id" | "clause" | "title">[];
};

/** What working by another edition changes: what each asks for beside what the agency has. */
export type EditionChange = { from: string; to: string; before: SetSummary; after: SetSummary };

/** What taking a document out of use would change: how many required ones are in force, and what would be missing. */
export type WithdrawalConsequences = {
  before: number;
  after: number;
  total: number;
  missing: SetSummary["missing"];
};

/** A review after which a document stayed as it was. */
type KeptReview = {
  id: string;
  reviewedOn: PlainDate;
  nextDueOn: PlainDate;
  conclusion: string;
  by: string;
  attachmentId: string | null;
};

type Withdrawal = {
  id: string;
  withdrawnOn: PlainDate;
  reason: string;
  by: string;
  attachmentId: string | null;
};

export type DocumentRecord = {
  id: string;
  agencyId: string;
  agencyCode: string;
  code: string;
  kind: DocumentKind;
  state: DocumentState;
  /** What took it out of use, and who said so; null while nothing did. */
  withdrawal: Withdrawal | null;
  requirements: readonly string[];
  /** Newest first. */
  revisions: readonly Revision[];
  /** How the draft was last put before the head; null where there is none, or it never was. */
  submission: Submission | null;
  /** Newest first. */
  reviews: readonly KeptReview[];
};
