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
