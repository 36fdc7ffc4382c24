import { shownAs } from "@/lib/kernel/shown";
import type { Stage, Submission } from "@/lib/submissions/types";

/** How far a draft has come, by the last time it was put before the head; null where it never was. */
export const stageOf = (last: Submission | null): Stage => {
  if (!last) return "written";
  return last.returned ? "returned" : "waiting";
};

/** By what a form tells how far the draft had come that its page showed: whoever decides on it decides on that. */
export const stageShown = (last: Pick<Submission, "id" | "returned"> | null): string =>
  shownAs([last?.id ?? null, last?.returned?.at ?? null]);
