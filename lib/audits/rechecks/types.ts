import type { Recheck } from "@/lib/findings/rechecks/types";

/** A recheck as it stands on its visit; the version tells a stale save. */
type VersionedRecheck = Recheck & { version: number };

/** What a visit has seen of earlier findings, by finding. */
export type Rechecks = Readonly<Record<string, VersionedRecheck>>;

/** An earlier finding to look at again, by its id and the question at which it was raised. */
export type EarlierFinding = { id: string; questionCode: string };
