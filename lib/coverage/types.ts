import type { Procedure, ProcedureName } from "@/lib/catalogue/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type CarryingDocument = { id: string; code: string };

/** A procedure that an agency handles on a day, and the documents in force that carry it. */
export type Handled = Procedure & { handledSince: PlainDate; documents: readonly CarryingDocument[] };

/** A procedure that is not in force, or that the agency does not handle, and the documents that still carry it. */
type Dead = Procedure & { documents: readonly CarryingDocument[] };

/** What was said to begin or to end on a later day. */
export type Coming = ProcedureName & { id: string; kind: "begins" | "ends"; on: PlainDate };

/** What an agency's documents carry of what it handles, on a day. */
export type Coverage = {
  handled: readonly Handled[];
  dead: readonly Dead[];
  coming: readonly Coming[];
};

/** Of how many procedures in force how many are carried by a document in force. */
export type CoverageCount = { covered: number; total: number };

/** The same of each agency that handles any. */
export type AgencyCoverage = CoverageCount & { agencyId: string; dead: number };
