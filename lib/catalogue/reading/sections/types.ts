import type { ProcedureAct } from "@/lib/catalogue/types";

/** What a heading says of all that stands below it; `several`: more than one act, so none of them. */
export type Said = {
  act?: ProcedureAct | "several";
  field?: string;
  levels?: string;
  performs?: string;
  internal?: true;
  shared?: true;
};

/** A heading that is open: the next one of its rank ends it. */
export type Section = Said & { rank: number };

/** The mark at the beginning of a heading or a row ("I", "6.1", "15đ"), its rank, and what stands behind it. */
export type Marked = { mark: string; rank: number; rest: string };
