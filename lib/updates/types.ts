import type { PlainDate } from "@/lib/kernel/plain-date";
import type { ChangingLaw, UpdateClock } from "@/lib/legal/clocks/types";
import type { TouchedAct, TouchedProcedure as OfChange } from "@/lib/legal/touched/types";
import type { Basis, LegalRelationKind } from "@/lib/legal/types";

type Law = Basis & { id: string };

/** What a change alters: a document of law, or a provision of it. */
export type Altered = { kind: LegalRelationKind; lawId: string; provision: string };

/** A procedure that a change touches: itself, or `via` a document of law on which it rests. */
export type TouchedProcedure = Omit<OfChange, "changeId">;

/** What a change does that documents may have to follow. */
export type Alteration = { altered: readonly Altered[]; procedures: readonly TouchedProcedure[] };

/** A text of a document with what it rests on, and which procedures it carries. */
export type BasedText = {
  effectiveOn: PlainDate;
  obsoleteOn: PlainDate | null;
  bases: readonly { lawId: string; provision: string }[];
  carried: readonly string[];
};

/**
 * Where a document stands towards a change: its text in force takes it up or rests on nothing that was altered; the agency found that it
 * asks nothing; it waits for a level above; or it is to be done.
 */
export type UpdateState = "applied" | "unaffected" | "waiting" | "open";

type Judgement = { id: string; on: PlainDate; reason: string; by: string };

/** One document that a change touches. */
export type Update = {
  changeId: string;
  /** The document of law that brought the change. */
  law: Law;
  clocked: ChangingLaw;
  effectiveOn: PlainDate | null;
  document: { id: string; code: string; title: string };
  agencyId: string;
  /** What of its bases is altered, in words of the register. */
  because: readonly { kind: LegalRelationKind; law: Law; provision: string }[];
  /** Which of the procedures that it carries are touched, and how. */
  procedures: readonly { id: string; code: string | null; name: string; act: TouchedAct }[];
  state: UpdateState;
  /** Since when it is applied, or was judged to be unaffected. */
  doneOn: PlainDate | null;
  judgement: Judgement | null;
  clock: UpdateClock;
  /** Is it past its day? */
  late: boolean;
};

/** A document of law whose changes agencies take up, and how far that has got. */
export type MovingChange = { law: Law; counts: UpdateCounts };

/** How far a change has got, over all agencies. */
export type UpdateCounts = Record<UpdateState | "late" | "documents" | "agencies", number> & {
  /** Days from the change, or from when it could be taken up, to the texts in force: the middle and the most; null where none is. */
  daysToApply: { median: number; worst: number } | null;
};

/** An agency with who holds its posts. */
export type Served = {
  id: string;
  name: string;
  posts: readonly { seat: string; name: string; from: PlainDate; to: PlainDate | null }[];
};
