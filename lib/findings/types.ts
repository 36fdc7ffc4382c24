import type { PlainDate } from "@/lib/kernel/plain-date";

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

/** What an inspector writes of a finding; requirement and topic follow from the question. */
export type FindingDraft = {
  questionCode: string;
  severity: Severity;
  evidence: string;
  scope: string;
  dueOn: PlainDate | null;
};

export type FindingFilter = {
  year: number | null;
  topic: Topic | null;
  severity: Severity | null;
  agencyCode: string | null;
  openOnly: boolean;
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
  raisedOn: PlainDate;
  dueOn: PlainDate | null;
  closedOn: PlainDate | null;
};

export type FindingPage = { lines: readonly FindingLine[]; total: number; open: number };

/** How the findings of one agency stand on a day; `open` holds the first few, the longest overdue on top. */
export type FindingSummary = {
  total: number;
  closed: number;
  overdue: number;
  open: readonly Pick<FindingLine, "id" | "topic" | "dueOn">[];
};

export type FindingRecord = FindingLine & {
  agencyId: string;
  visitId: string;
  scope: string;
  requirement: string;
  closureNote: string | null;
  closureFileId: string | null;
};
