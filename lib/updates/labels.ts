import type { Update, UpdateState } from "@/lib/updates/types";

const tones = {
  applied: "good",
  unaffected: "good",
  waiting: "waiting",
  open: "watch",
} as const satisfies Record<UpdateState, string>;

export const updateTone = ({ state, late }: Pick<Update, "state" | "late">) => (late ? "bad" : tones[state]);
