import type { RecheckOutcome } from "@/lib/findings/rechecks/types";

export const recheckTone = {
  corrected: "good",
  partly_corrected: "watch",
  not_corrected: "bad",
} as const satisfies Record<RecheckOutcome, string>;
