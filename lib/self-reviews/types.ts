import type { PlainDate } from "@/lib/kernel/plain-date";

export const reviewKinds = ["internal_audit", "management_review"] as const;
/** What an agency looks at by itself: an internal audit (ISO 9001, 9.2) or a management review (9.3). */
export type ReviewKind = (typeof reviewKinds)[number];

export type Review = {
  id: string;
  kind: ReviewKind;
  startedOn: PlainDate;
  endedOn: PlainDate;
  participants: string;
  scope: string;
  findings: string;
  minutesId: string | null;
};

/** Where the yearly duty of one kind stands: held this year, still to be held, or not held in a year that has ended. */
export type YearlyDuty =
  | { kind: ReviewKind; state: "done"; heldOn: PlainDate }
  | { kind: ReviewKind; state: "due" | "overdue"; dueOn: PlainDate };
