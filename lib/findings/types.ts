import type { PlainDate } from "@/lib/kernel/plain-date";

export const severities = ["major", "minor", "observation"] as const;
export type Severity = (typeof severities)[number];

/** What an inspector writes of a finding; requirement and topic follow from the question. */
export type FindingDraft = { questionCode: string; severity: Severity; evidence: string; scope: string; dueOn: PlainDate | null };
