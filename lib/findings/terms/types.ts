import type { Severity } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** Days to correct a finding of a grade, from a day on; `basis` is the number of the document that says so. */
export type CorrectionTerm = {
  severity: Severity;
  validFrom: PlainDate;
  days: number | null;
  basis: string;
};
