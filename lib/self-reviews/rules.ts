import { reviewKinds, type Review, type ReviewKind, type YearlyDuty } from "@/lib/self-reviews/types";
import { plainDate, yearOf, type PlainDate } from "@/lib/kernel/plain-date";

type Held = Pick<Review, "kind" | "endedOn">;

const endOfYear = (year: number): PlainDate => plainDate(`31/12/${year}`);

/**
 * Both are held at least once a year by whoever maintains a declared system, so each is due by the end of the year after the
 * last one; the first by the end of the year after the declaration. Nobody owes them before declaring: there they are
 * milestones.
 */
export const yearlyDuties = (
  held: readonly Held[],
  declaredOn: PlainDate | null,
  on: PlainDate,
): YearlyDuty[] => (declaredOn === null ? [] : reviewKinds.map((kind) => dutyOf(kind, held, declaredOn, on)));

function dutyOf(kind: ReviewKind, held: readonly Held[], declaredOn: PlainDate, on: PlainDate): YearlyDuty {
  const days = held.filter((each) => each.kind === kind && each.endedOn <= on).map((each) => each.endedOn);
  const heldOn = days.sort().at(-1) ?? null;
  if (heldOn !== null && yearOf(heldOn) === yearOf(on)) return { kind, state: "done", heldOn };
  const from = heldOn !== null && heldOn > declaredOn ? heldOn : declaredOn;
  const dueOn = endOfYear(yearOf(from) + 1);
  return { kind, state: dueOn < on ? "overdue" : "due", dueOn };
}
