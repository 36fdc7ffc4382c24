import type { PlainDate } from "@/lib/kernel/plain-date";
import type { ProcedureAct, ProcedureFacts, ProcedureName } from "@/lib/catalogue/types";

/** One row of a decision, as it was read. */
export type ProcedureRow = ProcedureFacts & {
  id: string;
  /** Where it stands in its file. */
  place: string;
  act: ProcedureAct;
  /** Which procedure it means; null while nobody has said. */
  procedureId: string | null;
  effectiveOn: PlainDate | null;
  endsOn: PlainDate | null;
  replaces: readonly ProcedureName[];
  bases: readonly string[];
};

/** A procedure that a row may mean. */
export type Candidate = ProcedureName & { id: string };
