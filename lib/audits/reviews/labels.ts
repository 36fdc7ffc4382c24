import type { YearlyDuty } from "@/lib/audits/reviews/types";

export const dutyTone = {
  done: "good",
  due: "watch",
  overdue: "bad",
} as const satisfies Record<YearlyDuty["state"], string>;
