import type { Milestone, MilestoneKind, Stage } from "@/lib/adoption/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** What an agency is doing once a milestone is behind it (QĐ 19/2014/QĐ-TTg, the order of article 4). */
export const stageAfter = {
  planned: "building",
  built: "applying",
  applied: "applying",
  internally_audited: "internally_audited",
  effectiveness_confirmed: "confirmed",
  declared: "declared",
  redeclared: "declared",
  lapsed: "lapsed",
  ceased: "ceased",
} satisfies Record<MilestoneKind, Stage>;

/** Milestones that may come next, the usual one first. */
export const nextByStage = {
  not_started: ["planned"],
  building: ["built"],
  applying: ["internally_audited", "applied"],
  internally_audited: ["effectiveness_confirmed", "internally_audited"],
  confirmed: ["declared"],
  declared: ["redeclared", "lapsed"],
  redeclaration_due: ["redeclared", "lapsed"],
  lapsed: ["planned"],
  ceased: [],
} satisfies Record<Stage, readonly MilestoneKind[]>;

/** The milestones that may come after one; after none, where a chain begins. */
export function following(last: Pick<Milestone, "kind"> | null): readonly MilestoneKind[] {
  const stage = last ? stageAfter[last.kind] : "not_started";
  return stage === "ceased" ? [] : [...nextByStage[stage], "ceased"];
}

export type Step = Pick<Milestone, "kind" | "occurredOn">;

export const byDate = (a: Step, b: Step): number =>
  a.occurredOn === b.occurredOn ? 0 : a.occurredOn < b.occurredOn ? -1 : 1;

export const isDeclaring = ({ kind }: Step): boolean => kind === "declared" || kind === "redeclared";

/** Does a step stand on the one before it? Any declaration does where declaring is due, for the first time or again. */
const standsOn = (last: Step | null, step: Step): boolean =>
  following(last).some((kind) => kind === step.kind || (isDeclaring(step) && isDeclaring({ ...step, kind })));

/**
 * The steps by a day that stand on all that must come before them. What came after a step that was cancelled rests on nothing until
 * that step is entered anew: it decides nothing. On one day the order is the chain's.
 */
export function standingSteps<Kept extends Step>(milestones: readonly Kept[], on: PlainDate): Kept[] {
  const left = milestones.filter(({ occurredOn }) => occurredOn <= on).sort(byDate);
  const standing: Kept[] = [];
  for (let day = left[0]?.occurredOn; day !== undefined;) {
    const last = standing.at(-1) ?? null;
    const next = left.findIndex((each) => each.occurredOn === day && standsOn(last, each));
    if (next >= 0) standing.push(...left.splice(next, 1));
    else day = left.find(({ occurredOn }) => occurredOn > (day as PlainDate))?.occurredOn;
  }
  return standing;
}

/** The milestone that decides on a day: the last one that stands. */
export const decidingMilestone = (milestones: readonly Milestone[], on: PlainDate): Milestone | null =>
  standingSteps(milestones, on).at(-1) ?? null;

/** The last day by then on which a system lapsed that was declared. */
export const lapsedOn = (milestones: readonly Step[], on: PlainDate): PlainDate | null =>
  standingSteps(milestones, on).findLast(({ kind }) => kind === "lapsed")?.occurredOn ?? null;

/** What an agency said of its way to a declaration, a cause or a promised day: of one that lapsed since, nothing of it holds. */
export const stillHolds = (statedOn: PlainDate, lapse: PlainDate | null): boolean =>
  lapse === null || lapse <= statedOn;
