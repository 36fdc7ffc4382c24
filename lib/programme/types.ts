import type { Ranked, WeightSet } from "@/lib/programme/risk/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type VisitMode = "on_site" | "desk";

export const teamDuties = ["leader", "deputy", "secretary", "member"] as const;
export type TeamDuty = (typeof teamDuties)[number];

export type VisitState = "planned" | "under_way" | "final";

export const modes = ["on_site", "desk"] as const satisfies readonly VisitMode[];

/** A day on which offices are closed, besides Saturdays and Sundays. */
export type Holiday = { day: PlainDate; name: string };

/** How many visits of each kind a year can take, and the period in which they fall. */
export type Capacity = { onSite: number; desk: number; from: PlainDate; to: PlainDate };

/** An agency in the proposal: its place in the ranking and, where there is room for it, how and when. */
export type Proposed = Ranked & { visit: { mode: VisitMode; plannedOn: PlainDate } | null };

export type Team = {
  leader: string | null;
  deputy: string | null;
  secretary: string | null;
  members: readonly string[];
};

/** A visit as somebody wants to have it. */
export type VisitPlan = { mode: VisitMode; plannedOn: PlainDate; team: Team };

/** Somebody who may belong to a team, and where they serve. */
export type Colleague = {
  id: string;
  name: string;
  posts: readonly { agencyId: string; from: PlainDate; to: PlainDate | null }[];
  /** In the team already, with an account that is locked: stays until somebody takes them out. */
  locked: boolean;
};

/** Who is taken on a day, and by which agency's visit. */
export type Engagement = { personId: string; agencyName: string };

/** All that decides whether a visit can be planned so. */
export type PlanContext = {
  year: number;
  agencyId: string;
  colleagues: readonly Colleague[];
  holidays: readonly Holiday[];
  /** On the same day, in other visits. */
  engaged: readonly Engagement[];
  /** The planner has seen that offices are closed on that day, and wants it all the same. */
  keepDay: boolean;
};

/** One visit of the plan, with its team by name. */
export type PlannedVisit = {
  id: string;
  version: number;
  agencyId: string;
  agencyCode: string;
  agencyName: string;
  mode: VisitMode;
  plannedOn: PlainDate;
  state: VisitState;
  followUp: boolean;
  team: readonly { personId: string; name: string; duty: TeamDuty }[];
};

/** An agency of the programme's ranking as it was frozen when the draft was made. */
export type Candidate = {
  agencyId: string;
  agencyCode: string;
  agencyName: string;
  position: number;
  points: number;
  reasons: Ranked["reasons"];
  /** How the proposal wanted it visited; null where there was no room. */
  proposedMode: VisitMode | null;
  /** Why it was added, or left out, against the proposal. */
  reason: string | null;
};

export type Approval = {
  decidedOn: PlainDate;
  /** Null for programmes approved before this system kept them. */
  decisionNumber: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
};

/** A year's programme with everything its pages show. */
export type ProgrammeRecord = {
  id: string;
  year: number;
  title: string;
  version: number;
  proposedOn: PlainDate | null;
  approval: Approval | null;
  weightSet: WeightSet | null;
  candidates: readonly Candidate[];
  visits: readonly PlannedVisit[];
  /** Years until every agency of the ranking has been seen at this pace; null where nobody can say. */
  yearsToSeeAll: number | null;
  holidays: readonly Holiday[];
};

/** The ranking of a day before anything is chosen from it. */
export type Proposal = Pick<ProgrammeRecord, "candidates" | "holidays"> & { weightSet: WeightSet };
