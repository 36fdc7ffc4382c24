import type { PlainDate } from "@/lib/kernel/plain-date";

/** What a later visit saw of a finding that was still open. */
export const recheckOutcomes = ["corrected", "partly_corrected", "not_corrected"] as const;
export type RecheckOutcome = (typeof recheckOutcomes)[number];

export type Recheck = { outcome: RecheckOutcome; note: string };

/** The same as it stands in the story of the finding: on which visit, on which day its minutes were signed. */
export type FindingRecheck = Recheck & { visitId: string; on: PlainDate };
