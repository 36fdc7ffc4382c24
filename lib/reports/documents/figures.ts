import type { FindingLine } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

export const isClosedBy = ({ closedOn }: Pick<FindingLine, "closedOn">, on: PlainDate): boolean =>
  closedOn !== null && closedOn <= on;

/** Whom a finding waits for, so that the agency's own time stands still. */
export const blockedBy = ({ blocker }: Pick<FindingLine, "blocker">, on: PlainDate): string | null =>
  blocker !== null && blocker.since <= on ? blocker.body : null;

/** Seen corrected and not yet closed; figures issued before this was followed say nothing of it. */
export const isSeenCorrected = (
  finding: Pick<FindingLine, "closedOn" | "correctedOn">,
  on: PlainDate,
): boolean => !isClosedBy(finding, on) && Boolean(finding.correctedOn);

export const isLateOn = (
  finding: Pick<FindingLine, "closedOn" | "dueOn" | "blocker" | "correctedOn">,
  on: PlainDate,
): boolean =>
  !isClosedBy(finding, on) &&
  !isSeenCorrected(finding, on) &&
  blockedBy(finding, on) === null &&
  finding.dueOn !== null &&
  finding.dueOn < on;
