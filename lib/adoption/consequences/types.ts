import type { Bucket, Snapshot } from "@/lib/adoption/types";

/** How many of the obliged agencies have declared. */
export type Figures = { declared: number; total: number };

type Change<Value> = { before: Value; after: Value };

/** What an act about an agency would change today. */
export type Consequences = {
  stage: Change<Snapshot["stage"] | null>;
  overdueDays: Change<number | null>;
  /** Those of the province. */
  figures: Change<Figures>;
};

/** What an agency counts as. */
export type Counted = { obligation: Snapshot["obligation"]; bucket: Bucket };
