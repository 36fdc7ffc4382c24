import type { Bucket, DeclarationKind, DeclarationRecord, Snapshot } from "@/lib/adoption/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** How many of the obliged agencies have declared. */
export type Figures = { declared: number; total: number };

type Change<Value> = { before: Value; after: Value };

/** What an act about an agency would change today. */
export type Consequences = {
  stage: Change<Snapshot["stage"] | null>;
  overdueDays: Change<number | null>;
  /** Those of the province. */
  figures: Change<Figures>;
  /** The declaration that stands; null where what will stand is not recorded yet. */
  standing: Change<DeclarationInForce | null> | null;
  /** Since when the system that stands is declared. */
  since: Change<PlainDate | null>;
  /** Declarations of another kind from then on, because the one before them is another. */
  renamed: readonly (Pick<DeclarationRecord, "number" | "declaredOn"> & Change<DeclarationKind>)[];
  /** Figures of the province of days that are past, where they change: the ends of years. */
  past: readonly ({ on: PlainDate } & Change<Figures>)[];
};

/** A declaration as it is told: since when, and how many procedures it covers. */
export type DeclarationInForce = Pick<DeclarationRecord, "id" | "number" | "declaredOn" | "procedures">;

/** What an agency counts as. */
export type Counted = { obligation: Snapshot["obligation"]; bucket: Bucket };
