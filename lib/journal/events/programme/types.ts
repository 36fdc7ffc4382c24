import type { Cancelled, Changed, Plan } from "@/lib/journal/events/fields/types";
import type { Value } from "@/lib/journal/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type OfProgramme = {
  "programme-proposed": { name: string; proposedOn: PlainDate; weights: string; visits: Value };
  "programme-changed": Changed<Plan> & {
    name: string;
    agency: string;
    reason?: string;
    alsoFor?: readonly string[];
  };
  "programme-amended": Changed<Plan> & {
    name: string;
    agency: string;
    reason?: string;
    alsoFor?: readonly string[];
  };
  "programme-approved": { name: string; decisionNumber: string; decidedOn: PlainDate; visits: number };
  "agency-left-out": Cancelled<Plan & { name: string; agency: string }>;
  "agency-added": Cancelled<Plan & { name: string; agency: string }>;
};
