import type { Bucket, Stage } from "@/lib/adoption/types";

/** Tone of the design for each bucket (components/ui/tag.tsx). */
export const bucketTone = {
  declared: "good",
  in_progress: "watch",
  not_started: "bad",
  lapsed: "bad",
  ceased: "over",
} as const satisfies Record<Bucket, string>;

export const stageTone = {
  not_started: "bad",
  building: "watch",
  applying: "watch",
  internally_audited: "watch",
  confirmed: "watch",
  declared: "good",
  redeclaration_due: "watch",
  lapsed: "bad",
  ceased: "over",
} as const satisfies Record<Stage, string>;
