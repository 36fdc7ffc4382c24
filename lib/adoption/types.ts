import type { AgencyIdentity, AgencyKind, Obligation } from "@/lib/agencies/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

export const milestoneKinds = [
  "planned",
  "built",
  "applied",
  "internally_audited",
  "effectiveness_confirmed",
  "declared",
  "redeclared",
  "lapsed",
  "ceased",
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

export const stages = [
  "not_started",
  "building",
  "applying",
  "internally_audited",
  "confirmed",
  "declared",
  "redeclaration_due",
  "lapsed",
  "ceased",
] as const;
export type Stage = (typeof stages)[number];

export const buckets = ["declared", "in_progress", "not_started", "lapsed", "ceased"] as const;
export type Bucket = (typeof buckets)[number];

export type DeclarationKind = "first" | "redeclaration" | "transition" | "extension" | "reduction";

export const delayReasons = [
  "budget",
  "officer_rotated",
  "legal_change",
  "awaiting_higher_level",
  "reorganisation",
  "other",
] as const;
export type DelayReason = (typeof delayReasons)[number];

export type Milestone = {
  kind: MilestoneKind;
  occurredOn: PlainDate;
  editionId: string;
  declarationId: string | null;
};

/** A fact that holds from its first day up to, and without, `validTo`; null while it holds. */
export type Dated<Fact> = Fact & { validFrom: PlainDate; validTo: PlainDate | null };

/** By when agencies under these obligations must have declared; known from the day its legal document was issued. */
type KnownDeadline = { obligations: readonly Obligation[]; dueOn: PlainDate; knownFrom: PlainDate };

/** By when systems on an edition must have moved on; known from the day its legal document was issued. */
export type KnownTransition = { editionId: string; deadlineOn: PlainDate; knownFrom: PlainDate };

/** What the province has laid down for everybody. */
export type Framework = { deadlines: readonly KnownDeadline[]; transitions: readonly KnownTransition[] };

/** All dated facts of one agency from which its standing follows. */
export type AgencyFacts = {
  names: readonly Dated<{ name: string; abbreviation: string }>[];
  kinds: readonly Dated<{ kind: AgencyKind }>[];
  parents: readonly Dated<{ parentId: string }>[];
  obligations: readonly Dated<{ obligation: Obligation }>[];
  milestones: readonly Milestone[];
};

/** Where an agency stands in a period in which nothing of it changed. `validTo` is the first day after, or the end of time. */
export type Standing = {
  validFrom: PlainDate;
  validTo: PlainDate;
  name: string;
  abbreviation: string;
  kind: AgencyKind;
  parentId: string | null;
  obligation: Obligation;
  stage: Stage;
  bucket: Bucket;
  editionId: string | null;
  declarationId: string | null;
  stageSince: PlainDate | null;
  dueOn: PlainDate | null;
};

/** A row of agency_standing. */
export type StandingRow = Standing & { agencyId: string; nameKey: string };

/** A period in which the stored standing of an agency is not what follows from its facts. */
export type StandingBreak = Pick<Standing, "name" | "validFrom" | "validTo"> & {
  agencyId: string;
  reason: "altered" | "missing" | "not recorded";
};

/** All a figure needs to know of an agency on one day. */
export type Snapshot = Omit<Standing, "validFrom" | "validTo">;

/** The next step of an agency's chain; `on` where its own plan names a day for it. */
export type NextStep = { kind: MilestoneKind; on: PlainDate | null };

/** What an agency's plan says it will do next, and by when. */
export type MilestoneTarget = { kind: MilestoneKind; on: PlainDate };

/** One line of the list of agencies on a day. */
export type StandingLine = AgencyIdentity & {
  stage: Stage;
  bucket: Bucket;
  obligation: Obligation;
  dueOn: PlainDate | null;
  overdueDays: number | null;
  cause: DelayReason | null;
  next: NextStep | null;
};

/** What a list of agencies is narrowed by: the address of each number on the dashboard. */
export type StandingFilter = {
  on: PlainDate;
  query: string;
  kind: AgencyKind | null;
  /** One obligation; null for the two that oblige, of which every figure speaks. */
  obligation: Obligation | null;
  bucket: Bucket | null;
  overdue: boolean;
  /** Agencies in which the year's visits found this kind of shortcoming. */
  topic: string | null;
  page: number;
};

export type StandingPage = { lines: readonly StandingLine[]; total: number };

/** Where a declaration is made known (QĐ 19/2014/QĐ-TTg, article 4.3). */
export const publicationChannels = ["office", "website", "lead_agency"] as const;
export type PublicationChannel = (typeof publicationChannels)[number];

export type DeclarationRecord = {
  id: string;
  /** Reckoned from the declaration before it. */
  kind: DeclarationKind;
  number: string;
  decisionNumber: string;
  declaredOn: PlainDate;
  editionId: string;
  designation: string;
  procedures: readonly [covered: number, total: number];
  units: readonly [covered: number, total: number];
  superseded: boolean;
  /** Does it stand on the steps before it? Where one of them was cancelled it rests on nothing until that one is entered anew. */
  founded: boolean;
  /** The day on which the system it was of lapsed or ceased; null where another declaration took its place, or it stands. */
  endedOn: PlainDate | null;
  /** The signed paper, scanned. */
  scanId: string | null;
  publications: readonly { id: string; channel: PublicationChannel; publishedOn: PlainDate }[];
};

type MilestoneRecord = {
  id: string;
  kind: MilestoneKind;
  occurredOn: PlainDate;
  evidence: string;
  scanId: string | null;
  /** Does it stand on the steps before it? One that does not decides nothing. */
  counts: boolean;
};

/** How far an agency has come on a day: the last milestone first, and the step that follows. */
export type Progress = {
  standing: Standing | null;
  milestones: readonly MilestoneRecord[];
  next: NextStep | null;
};

/** What makes an agency's status, for its page. */
export type AdoptionRecord = Progress & {
  law: string | null;
  designation: string | null;
  declarations: readonly DeclarationRecord[];
  causes: readonly { reason: DelayReason; note: string; statedOn: PlainDate }[];
};
