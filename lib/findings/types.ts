import type { Stage } from "@/lib/findings/turns/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Basis } from "@/lib/legal/types";

export const severities = ["major", "minor", "observation"] as const;
export type Severity = (typeof severities)[number];

export const topics = [
  "mandatory_documents",
  "procedure_documents",
  "quality_policy",
  "policy_posting",
  "quality_objectives",
  "direction",
  "scope",
  "declaration",
  "operation",
  "internal_audit",
  "management_review",
  "improvement",
  "customers",
  "reporting",
] as const;
/** What kind of shortcoming; the first five are those that leaders' reports name. */
export type Topic = (typeof topics)[number];

/** What an inspector writes of a finding; the topic follows from the question. */
export type FindingDraft = {
  questionCode: string;
  severity: Severity;
  /** What was seen. */
  evidence: string;
  /** Where: place, record, code, date. Absent from devices of before it was asked. */
  reference?: string;
  /** The requirement, where it is more precise than the question's own. */
  requirement?: string;
  scope: string;
  dueOn: PlainDate | null;
  /** What the agency's representative says of it, in their own words. */
  statement?: string;
};

/** Whose clock runs on: the agency's past its day, that of a higher level, or the inspectors' who are to verify. */
export const clocks = ["late", "blocked", "answered", "corrected"] as const;

export type FindingFilter = {
  year: number | null;
  topic: Topic | null;
  severity: Severity | null;
  agencyCode: string | null;
  openOnly: boolean;
  clock?: (typeof clocks)[number] | null;
  page: number;
};

export type FindingLine = {
  id: string;
  agencyCode: string;
  agencyName: string;
  questionCode: string;
  severity: Severity;
  topic: Topic;
  evidence: string;
  /** Where it was seen; empty on findings of before it was asked. */
  reference: string;
  raisedOn: PlainDate;
  /** The day set, moved by the days that a higher level blocked. */
  dueOn: PlainDate | null;
  closedOn: PlainDate | null;
  stage: Stage;
  overdueDays: number;
  blockedDays: number;
  /** All days that did not count, those blocked among them. */
  stillDays: number;
  /** Since when later visits have seen it corrected; it then waits for an inspector to verify. */
  correctedOn: PlainDate | null;
  /** Who blocks it now, and since when. */
  blocker: { body: string; since: PlainDate } | null;
  /** Who owes the other side a reply. */
  owesReply: { agency: boolean; lead: boolean };
  /** Turns taken, and the number of the last question: what makes the same kind of wait another one. */
  turns: number;
  asked: number;
};

export type FindingPage = { lines: readonly FindingLine[]; total: number; open: number };

/** How the findings of one agency stand on a day; `open` holds the first few, the longest overdue on top. */
export type FindingSummary = {
  total: number;
  closed: number;
  overdue: number;
  /** Seen corrected, and not yet closed. */
  corrected: number;
  open: readonly Pick<
    FindingLine,
    "id" | "topic" | "dueOn" | "stage" | "overdueDays" | "blocker" | "correctedOn"
  >[];
};

/** A finding as it is read for an act. `partial`: whoever reads it holds a post in its agency, and may not judge it for the lead agency. */
export type FindingToJudge = FindingRecord & { partial: boolean };

export type FindingRecord = FindingLine & {
  agencyId: string;
  visitId: string;
  scope: string;
  /** What the agency said of it when the minutes were signed; empty where it said nothing of its own. */
  statement: string;
  requirement: string;
  /** The documents that it names. */
  laws: readonly Basis[];
  closureNote: string | null;
  closureFileId: string | null;
  /** The visit that had seen it corrected, where it was closed on that. */
  closureVisitId: string | null;
};
