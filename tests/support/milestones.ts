import type { Milestone, MilestoneKind } from "@/lib/adoption/types";
import { plainDate } from "@/lib/kernel/plain-date";

export const step = (kind: MilestoneKind, on: string, editionId = "2008"): Milestone => ({
  kind,
  occurredOn: plainDate(on),
  editionId,
  declarationId: kind === "declared" || kind === "redeclared" ? `declaration of ${on}` : null,
});

export const chain = [
  step("planned", "01/03/2015"),
  step("built", "01/06/2015"),
  step("applied", "01/07/2015"),
  step("internally_audited", "01/12/2015"),
  step("effectiveness_confirmed", "15/01/2016"),
  step("declared", "01/02/2016"),
];
