import type { Consequences } from "@/lib/adoption/consequences/types";
import type { DeclarationRecord, MilestoneKind, PublicationChannel } from "@/lib/adoption/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** How far a declared system reaches: the edition, and how many procedures and units of how many. */
export type Scope = Pick<DeclarationRecord, "editionId" | "procedures" | "units">;

/** A step that comes before a declaration, and the day on which it was taken; null where it is missing. */
export type StepBefore = { kind: MilestoneKind; on: PlainDate | null };

/** A declaration that was entered wrongly and cancelled, with nothing recorded in its place yet: what the right one begins from. */
export type CancelledDeclaration = Scope &
  Pick<DeclarationRecord, "number" | "declaredOn"> & {
    decisionNumber: string;
    publications: readonly { channel: PublicationChannel; publishedOn: PlainDate }[];
  };

/** What is known before a declaration is typed. */
export type Prospect = {
  /** May one be recorded now? */
  open: boolean;
  steps: readonly StepBefore[];
  /** The first missing step that may be recorded now. */
  next: MilestoneKind | null;
  /** The day of the last milestone: a declaration comes not before it. */
  earliest: PlainDate | null;
  editionId: string | null;
  /** The declaration before it, with its numbers. */
  before: DeclarationRecord | null;
  cancelled: CancelledDeclaration | null;
};

/** A declaration that was typed, before it is sealed: what it is, what stood before it, and what it changes. */
export type Foreseen = {
  kind: DeclarationRecord["kind"];
  milestone: "declared" | "redeclared";
  before: DeclarationRecord | null;
  designation: string;
  consequences: Consequences;
  /** By what a form tells that this was shown. */
  shown: string;
};

/** A declaration that was not yet made known everywhere. */
export type Unpublished = {
  id: string;
  number: string;
  declaredOn: PlainDate;
  published: DeclarationRecord["publications"];
  missing: readonly PublicationChannel[];
};
