import type { StandingLine } from "@/lib/adoption/types";
import type { ProgrammeFacts } from "@/lib/programme/plan/types";
import type { VisitLine } from "@/lib/visits/types";
import type { Dashboard } from "@/lib/dashboard/types";
import type { FindingRecord } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Office } from "@/lib/reports/documents/issuer";

/** Everything a year's report says, as it stood on one day. */
export type SummaryFigures = {
  year: number;
  on: PlainDate;
  dashboard: Dashboard;
  /** Every obliged agency. */
  agencies: readonly StandingLine[];
  visits: readonly VisitLine[];
  findings: readonly FindingRecord[];
  programme: ProgrammeFacts | null;
  office: Office;
};
