import type { DocumentState } from "@/lib/procedures/types";

export const documentTone = {
  missing: "bad",
  draft: "watch",
  approved: "waiting",
  current: "good",
  review_due: "watch",
  withdrawn: "over",
} as const satisfies Record<DocumentState, string>;
