import type { Viewer } from "@/lib/identity/types";
import { inTransaction, type Tx } from "@/lib/platform/database";

export type { Tx } from "@/lib/platform/database";

/** One transaction in which the database knows who asks. It may take ten seconds, unless a job says that it needs longer. */
export const asViewer = <T>(
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
  milliseconds?: number,
): Promise<T> => inTransaction(viewer, work, milliseconds);
