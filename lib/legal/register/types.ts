import type { PlainDate } from "@/lib/kernel/plain-date";
import type { LegalChange, LegalRelation } from "@/lib/legal/changes/types";
import type { UpperLevel } from "@/lib/legal/clocks/types";
import type { Basis, LegalLevel, LegalState } from "@/lib/legal/types";

/** A registered legal document, as lists name it. */
export type LawLine = Basis & {
  id: string;
  level: LegalLevel;
  state: LegalState;
  /** Was it read in full? Papers print nothing of what was not. */
  verified: boolean;
};

/** A registered legal document with all that is known of it. */
export type Law = LawLine & {
  inForceFrom: PlainDate | null;
  inForceTo: PlainDate | null;
  setsProcedures: boolean | null;
  shortened: boolean;
  registered: { by: string; at: Date } | null;
  version: number;
  /** What it does to others, noted before changes were: released with nothing to find. */
  always: readonly LegalRelation[];
  /** What was noted of it, the newest first. */
  changes: readonly LegalChange[];
  /** What others do to it, as far as it is released and stands. */
  bearing: readonly (Pick<LegalRelation, "id" | "kind" | "provision"> & {
    law: Basis & { id: string };
    since: PlainDate | null;
  })[];
  /** When the procedures that it sets were published; null while they were not. */
  published: Readonly<Record<UpperLevel, PlainDate | null>>;
};
