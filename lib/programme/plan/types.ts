import type { PlannedVisit } from "@/lib/programme/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** A year's programme as papers name it. */
export type ProgrammeFacts = {
  year: number;
  title: string;
  approvedOn: PlainDate | null;
  decisionNumber: string | null;
};

/** A programme with its visits in the order of their days. */
export type Plan = ProgrammeFacts & { visits: readonly PlannedVisit[] };
