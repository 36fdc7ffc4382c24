import type { Bucket, Snapshot } from "@/lib/adoption/types";

/** How many of the obliged agencies have declared. */
export type Figures = { declared: number; total: number };

type Change<Value> = { before: Value; after: Value };

/** What an act about an agency would change today; `figures` for whoever reads those of the province. */
export type Consequences = {
  stage: Change<Snapshot["stage"] | null>;
  overdueDays: Change<number | null>;
  /** By how many the agencies counted as declared, and those counted at all, would change. */
  counted: Figures;
  figures: Change<Figures> | null;
};

/** What an agency counts as. */
export type Counted = { obligation: Snapshot["obligation"]; bucket: Bucket };
