import type { Outcome, VisitState } from "@/lib/audits/types";

export const outcomeTone = {
  conforming: "good",
  partly: "watch",
  not_conforming: "bad",
  not_applicable: "over",
  not_checked: "over",
} as const satisfies Record<Outcome, string>;

export const stateTone = { planned: "over", under_way: "watch", final: "good" } as const satisfies Record<
  VisitState,
  string
>;
