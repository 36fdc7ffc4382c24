import type { LegalState } from "@/lib/legal/types";

export const lawTone = {
  not_yet: "waiting",
  in_force: "good",
  amended: "watch",
  partly: "watch",
  suspended: "bad",
  ended: "over",
  unknown: "watch",
} as const satisfies Record<LegalState, string>;
