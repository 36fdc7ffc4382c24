import type { Stage, Submission } from "@/lib/submissions/types";

/** How far a draft has come, by the last time it was put before the head; null where it never was. */
export const stageOf = (last: Submission | null): Stage => {
  if (!last) return "written";
  return last.returned ? "returned" : "waiting";
};
