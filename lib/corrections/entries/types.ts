import type { Entry, Recorded, Whole } from "@/lib/corrections/types";

/** By whom, when and why an entry was cancelled. */
export type Cancellation = { reason: string; cancelledName: string; cancelledAt: Date };

/** An entry as it stands in its table, whatever the table; `judged` where somebody has already acted on what it says. */
export type StoredEntry = Entry &
  Recorded &
  Whole & {
    cancellation: Cancellation | null;
    judged?: boolean;
    /** Of what is still written: which of its texts it is. */
    version?: number;
  };
