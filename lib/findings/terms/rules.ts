import type { CorrectionTerm } from "@/lib/findings/terms/types";
import type { Severity } from "@/lib/findings/types";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";

/** The newest term of a grade that was in force on a day; null where there was none. */
export const termOf = (
  terms: readonly CorrectionTerm[],
  severity: Severity,
  on: PlainDate,
): CorrectionTerm | null =>
  terms
    .filter((term) => term.severity === severity && term.validFrom <= on)
    .reduce<CorrectionTerm | null>(
      (newest, term) => (newest === null || term.validFrom > newest.validFrom ? term : newest),
      null,
    );

/** Until when a finding is to be corrected, counted from the day it is raised; null where its grade has no date. */
export function dueDate(
  terms: readonly CorrectionTerm[],
  severity: Severity,
  raisedOn: PlainDate,
): PlainDate | null {
  const days = termOf(terms, severity, raisedOn)?.days ?? null;
  return days === null ? null : addDays(raisedOn, days);
}
