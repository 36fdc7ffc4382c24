import type { StoredEntry } from "@/lib/corrections/entries/types";
import type { Tx } from "@/lib/identity/database";
import type { WithoutChain } from "@/lib/journal/events/types";

type Which = { agencyId: string; id: string };

/** How one kind of entry is cancelled: held while that is decided, marked, and whatever rests on it computed anew. */
export type Kind = {
  hold: (tx: Tx, which: Which) => Promise<unknown>;
  mark: (tx: Tx, which: Which, cancellationId: string) => Promise<unknown>;
  told: (which: Which, entry: StoredEntry, reason: string) => WithoutChain;
};

/** A row, where there is one. */
export type OrNone<Row> = Row | null | undefined;
