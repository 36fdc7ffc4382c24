import type { FindingLine } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

export const isClosedBy = ({ closedOn }: Pick<FindingLine, "closedOn">, on: PlainDate): boolean =>
  closedOn !== null && closedOn <= on;

/** Whom a finding waits for, so that the agency's own time stands still. */
export const blockedBy = ({ blocker }: Pick<FindingLine, "blocker">, on: PlainDate): string | null =>
  blocker !== null && blocker.since <= on ? blocker.body : null;

export const isLateOn = (
  finding: Pick<FindingLine, "closedOn" | "dueOn" | "blocker">,
  on: PlainDate,
): boolean =>
  !isClosedBy(finding, on) && blockedBy(finding, on) === null && finding.dueOn !== null && finding.dueOn < on;
