import { procedureName } from "@/lib/catalogue/rules";
import type { ProcedureName } from "@/lib/catalogue/types";
import { shownAs } from "@/lib/kernel/shown";

/** By what a form tells which procedures its text carried when it was drawn. */
export const carriedShown = (ids: readonly string[]): string => shownAs(ids.toSorted());

/** The procedures that a text carries, one a line, as history says them. */
export const carriedText = (procedures: readonly ProcedureName[]): string =>
  procedures.map(procedureName).sort().join("\n");
