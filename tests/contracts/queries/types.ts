import type { Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";

import type { Ground } from "@/tests/support/ground";

/** One query: the right it belongs to, and whether it gives this viewer anything of that ground. */
export type QueryProof = {
  action: Action;
  sees: (viewer: Viewer, ground: Ground) => Promise<boolean>;
  /** What it gives is of no single agency: there is only one ground to try. */
  ofNoAgency?: true;
};

/** The queries of one room of lib/, by folder and name. */
export type QueryProofs = Readonly<Record<string, QueryProof>>;
