import { allows } from "@/lib/findings/turns/rules";
import { acts, type Act, type Stage } from "@/lib/findings/turns/types";
import type { Severity } from "@/lib/findings/types";
import { mayFor, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";

/** By which right each act is done. */
export const rightTo = {
  answer: "findings.answer",
  return: "findings.return",
  verify: "findings.close",
  claim: "findings.claim",
  accept: "findings.accept",
  refuse: "findings.refuse",
  unblock: "findings.unblock",
} as const satisfies Record<Act, Action>;

type TurnOf = { agencyId: string; stage: Stage; severity: Severity; partial: boolean };

/** What this viewer may do with a finding as it stands: nothing for the lead agency where it is about their own. */
export const actsFor = (viewer: Viewer, { agencyId, stage, severity, partial }: TurnOf): Act[] =>
  acts.filter((act) => !partial && allows(stage, act, severity) && mayFor(viewer, rightTo[act], agencyId));
