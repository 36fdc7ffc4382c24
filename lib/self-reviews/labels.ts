import type { YearlyDuty } from "@/lib/self-reviews/types";

export const dutyTone = {
  done: "good",
  due: "watch",
  overdue: "bad",
} as const satisfies Record<YearlyDuty["state"], string>;
