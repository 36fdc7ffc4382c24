import type { Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";

import type { Scope } from "@/tests/support/scopes";

/** One query: the right it belongs to, and whether it gives this viewer anything of that scope. */
export type QueryProof = {
  action: Action;
  sees: (viewer: Viewer, where: Scope) => Promise<boolean>;
  /** What it gives is of no single agency: there is only one scope to try. */
  ofNoAgency?: true;
};

/** The queries of one room of lib/, by folder and name. */
export type QueryProofs = Readonly<Record<string, QueryProof>>;
