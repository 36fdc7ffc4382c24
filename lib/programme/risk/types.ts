import type { PlainDate } from "@/lib/kernel/plain-date";

/** What speaks for visiting an agency next year. */
export type Factor =
  | "time_since_visit"
  | "open_findings"
  | "overdue_findings"
  | "never_declared"
  | "edition_expired"
  | "officer_changed"
  | "legal_churn";

/** Points for each unit of a factor (a year, a finding, a document), never more than `maxPoints`. */
export type Weight = {
  factor: Factor;
  pointsEach: number;
  maxPoints: number;
  /** How many months back a change still counts; null where time plays no part. */
  withinMonths: number | null;
};

/** The weights in force, and who set them: printed below every proposal. */
export type WeightSet = {
  id: string;
  title: string;
  setBy: string;
  setOn: PlainDate;
  weights: readonly Weight[];
};

/** What is known of an agency on the day of the proposal. */
export type RiskFacts = {
  agencyId: string;
  code: string;
  /** The day of its last visit with a result; null where there was none. */
  lastVisitOn: PlainDate | null;
  /** Every finding not yet closed, those past their date among them. */
  openFindings: number;
  overdueFindings: number;
  everDeclared: boolean;
  /** The transition deadline that its edition has passed. */
  editionDeadlineOn: PlainDate | null;
  /** Since when another person looks after ISO; the day the post fell vacant where nobody does. */
  officerChangedOn: PlainDate | null;
  /** Days on which a legal document that it rests on was amended, replaced or repealed. */
  legalChangesOn: readonly PlainDate[];
};

/** One named factor with its points, and what its sentence says. */
export type Reason = { factor: Factor; points: number; count: number | null; on: PlainDate | null };

export type Ranked = { facts: RiskFacts; points: number; reasons: readonly Reason[] };
