import type { Act, FindingCounts, Stage } from "@/lib/findings/turns/types";
import type { Severity } from "@/lib/findings/types";

/** Where a finding stands, from what has happened to it. */
export function stageOf({
  answers,
  returns,
  claims,
  refusals,
  stops,
  ended,
  corrected,
  closed,
}: FindingCounts): Stage {
  if (closed) return "closed";
  if (corrected) return "corrected";
  if (stops > ended) return "blocked";
  if (claims > refusals + stops) return "claimed";
  if (answers > returns) return "answered";
  return returns > 0 ? "returned" : "open";
}

/** What may follow at each stage. */
const following = {
  open: ["answer", "claim"],
  returned: ["answer", "claim"],
  claimed: ["accept", "refuse"],
  blocked: ["unblock"],
  answered: ["verify", "return"],
  corrected: ["verify"],
  closed: [],
} as const satisfies Record<Stage, readonly Act[]>;

/** An observation asks for no answer: an inspector who sees it settled closes it. */
const closesUnanswered = (stage: Stage, severity: Severity): boolean =>
  severity === "observation" && (stage === "open" || stage === "returned");

export const allows = (stage: Stage, act: Act, severity: Severity): boolean =>
  (following[stage] as readonly Act[]).includes(act) ||
  (act === "verify" && closesUnanswered(stage, severity));

/** Does the correction wait for the agency itself? */
export const isAgencysTurn = (stage: Stage): boolean => stage === "open" || stage === "returned";
export const isInspectorsTurn = (stage: Stage): boolean =>
  stage === "answered" || stage === "claimed" || stage === "corrected";
