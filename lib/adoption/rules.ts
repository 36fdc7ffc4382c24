import {
  byDate,
  decidingMilestone,
  following,
  isDeclaring,
  nextByStage,
  stageAfter,
  standingSteps,
  type Step,
} from "@/lib/adoption/chain/rules";
import {
  milestoneKinds,
  type Bucket,
  type KnownTransition,
  type Milestone,
  type MilestoneKind,
  type MilestoneTarget,
  type NextStep,
  type Stage,
  type Standing,
} from "@/lib/adoption/types";
import type { Obligation } from "@/lib/agencies/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, daysBetween, endOfTime, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

const bucketByStage = {
  not_started: "not_started",
  building: "in_progress",
  applying: "in_progress",
  internally_audited: "in_progress",
  confirmed: "in_progress",
  declared: "declared",
  redeclaration_due: "declared",
  lapsed: "lapsed",
  ceased: "ceased",
} satisfies Record<Stage, Bucket>;

export const bucketOf = (stage: Stage): Bucket => bucketByStage[stage];

const owing = {
  declared: false,
  in_progress: true,
  not_started: true,
  lapsed: true,
  ceased: false,
} satisfies Record<Bucket, boolean>;

/** Has an agency no declared system, and one still to declare: for the first time, or again after a lapse? */
export const owesDeclaration = (bucket: Bucket): boolean => owing[bucket];

/** What an agency does next; null where nothing is left to do. */
export const nextMilestone = (stage: Stage): MilestoneKind | null =>
  stage === "declared" ? null : (nextByStage[stage][0] ?? null);

/** How far along the chain a stage is: a target at or before this step has been reached. */
const reached = {
  not_started: null,
  building: "planned",
  applying: "built",
  internally_audited: "internally_audited",
  confirmed: "effectiveness_confirmed",
  declared: "declared",
  redeclaration_due: "declared",
  lapsed: null,
  ceased: "ceased",
} satisfies Record<Stage, MilestoneKind | null>;

/**
 * What comes next: what the agency's own plan says while that lies ahead, else the step that follows in the chain, with no
 * day because nobody has named one.
 */
export function nextStep(stage: Stage, target: MilestoneTarget | null): NextStep | null {
  const last = reached[stage];
  const position = last === null ? -1 : milestoneKinds.indexOf(last);
  if (target && milestoneKinds.indexOf(target.kind) > position) return { kind: target.kind, on: target.on };
  const kind = nextMilestone(stage);
  return kind && { kind, on: null };
}

/** Has the edition a declaration rests on run out by then, by a deadline that was known by then? */
const runOut = (editionId: string, on: PlainDate, transitions: readonly KnownTransition[]): boolean =>
  transitions.some((each) => each.editionId === editionId && each.knownFrom <= on && each.deadlineOn < on);

/** Since when the system an agency has on that day is declared, whatever was declared anew since; null where it is not. */
export function declaredSince({
  standing,
  milestones,
}: {
  standing: Pick<Standing, "bucket"> | null;
  milestones: readonly Step[];
}): PlainDate | null {
  if (standing?.bucket !== "declared") return null;
  const steps = standingSteps(milestones, endOfTime);
  const lapse = steps.findLastIndex(({ kind }) => kind === "lapsed");
  return steps.slice(lapse + 1).find(isDeclaring)?.occurredOn ?? null;
}

/** The stage on a day, with the milestone it rests on. */
export function stageOn(
  milestones: readonly Milestone[],
  on: PlainDate,
  transitions: readonly KnownTransition[] = [],
): Stage {
  const last = decidingMilestone(milestones, on);
  if (!last) return "not_started";
  const stage = stageAfter[last.kind];
  return stage === "declared" && runOut(last.editionId, on, transitions) ? "redeclaration_due" : stage;
}

/** Does a decision oblige this agency? Every figure is of these alone. */
export const isMandatory = (obligation: Obligation): boolean =>
  obligation === "mandatory_by_prime_minister" || obligation === "mandatory_by_province";

/** Days past the deadline on a day, for those who had to declare and had not; null for everybody else. */
export function daysOverdue(
  standing: Pick<Standing, "obligation" | "bucket" | "dueOn">,
  on: PlainDate,
): number | null {
  const late = isMandatory(standing.obligation) && owesDeclaration(standing.bucket);
  return late && standing.dueOn !== null && standing.dueOn < on ? daysBetween(standing.dueOn, on) : null;
}

export type NewMilestone = { kind: MilestoneKind; occurredOn: PlainDate };

/** Does a step leave room for the one that stands after it, as when it is entered anew at its right day? */
const leadsTo = (kind: MilestoneKind, after: Pick<Milestone, "kind">): boolean =>
  following({ kind }).includes(after.kind) ||
  milestoneKinds.indexOf(kind) < milestoneKinds.indexOf(after.kind);

/** The first later step that waits for this one to be entered anew, and stands before the day that was typed. */
const firstWaiting = (
  existing: readonly Milestone[],
  { kind, occurredOn }: NewMilestone,
): Milestone | null => {
  const before = decidingMilestone(existing, occurredOn);
  if (!following(before).includes(kind) || kind === "ceased") return null;
  const since = before?.occurredOn ?? "";
  return (
    [...existing]
      .sort(byDate)
      .find(
        (each) =>
          since < each.occurredOn &&
          each.occurredOn <= occurredOn &&
          milestoneKinds.indexOf(kind) < milestoneKinds.indexOf(each.kind),
      ) ?? null
  );
};

/**
 * May this milestone be recorded? In the order of the chain and not in the future. Before the last one only where it fits between
 * its neighbours: so a step that was cancelled is entered anew.
 */
export function milestoneProblem(
  existing: readonly Milestone[],
  next: NewMilestone,
  today: PlainDate,
): Problem | null {
  if (next.occurredOn > today) return problem("date-in-future", "occurredOn", { latest: formatDate(today) });
  const before = decidingMilestone(existing, next.occurredOn);
  const waiting = firstWaiting(existing, next);
  if (waiting)
    return problem("date-too-late", "occurredOn", { latest: formatDate(addDays(waiting.occurredOn, -1)) });
  const after = [...existing].sort(byDate).find((milestone) => milestone.occurredOn > next.occurredOn);
  const follows = following(before).includes(next.kind);
  if (after) {
    const last = decidingMilestone(existing, endOfTime) ?? after;
    const fits = follows && next.kind !== "ceased" && leadsTo(next.kind, after);
    return fits ? null : problem("date-before", "occurredOn", { earliest: formatDate(last.occurredOn) });
  }
  return follows ? null : problem("milestone-order", "kind", { expected: following(before)[0] ?? "–" });
}

/** Steps that have a form of their own: a declaration has its paper, and whatever ends a system its consequences. */
export const hasOwnForm = (kind: MilestoneKind): boolean =>
  kind === "declared" || kind === "redeclared" || kind === "lapsed" || kind === "ceased";

/** Milestones that may be recorded through the form of milestones: what may come next, and what was cancelled and is entered anew. */
export const recordableMilestones = (
  existing: readonly Milestone[],
  cancelled: readonly MilestoneKind[] = [],
): MilestoneKind[] =>
  [...new Set([...following(decidingMilestone(existing, endOfTime)), ...cancelled])].filter(
    (kind) => !hasOwnForm(kind),
  );

/** May the system of this agency lapse? Only one that is declared. */
export const mayLapse = (existing: readonly Milestone[]): boolean =>
  following(decidingMilestone(existing, endOfTime)).includes("lapsed");

/** What declaring amounts to on a day: again while a declaration stands, else for the first time since; null where it may not be. */
export function declaringKind(
  existing: readonly Milestone[],
  on: PlainDate = endOfTime,
): "declared" | "redeclared" | null {
  const last = decidingMilestone(existing, on);
  const next: readonly MilestoneKind[] = last ? following(last) : [];
  return (["redeclared", "declared"] as const).find((kind) => next.includes(kind)) ?? null;
}
