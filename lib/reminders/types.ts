import type { Topic } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { PolicyGap } from "@/lib/policies/types";

/** Something an agency has to do, with the day by which it must be done where there is one. */
export type Task = { dueOn: PlainDate | null } & (
  | { kind: "finding"; id: string; topic: Topic; evidence: string }
  | { kind: "missing"; id: string; title: string; clause: string }
  | { kind: "approve" | "review"; id: string; code: string; title: string }
  | { kind: "policy"; gap: PolicyGap }
  | { kind: "sign" }
  | { kind: "objectives" | "results"; year: number }
);

/** Where the time for a task stands. */
export type Timing = "overdue" | "today" | "ahead" | "undated";
