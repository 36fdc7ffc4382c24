import type { ReadProblem, ReadRow } from "@/lib/catalogue/reading/types";
import type { Candidate, ProcedureRow } from "@/lib/catalogue/rows/types";
import { nameKey } from "@/lib/catalogue/matching/rules";
import { groupBy } from "@/lib/kernel/collections";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { shownAs } from "@/lib/kernel/shown";

/** Where a row stands in its file, as people find it there. */
export const placeOf = ({ table, row }: ReadRow["place"]): string =>
  table === "" ? String(row) : `${row} (${table})`;

/** From when what a row says holds: what ends by a decision ends on the row's own day, or with the decision. */
export const holdsFrom = (
  { act, effectiveOn, endsOn }: Pick<ProcedureRow, "act" | "effectiveOn" | "endsOn">,
  decision: PlainDate,
): PlainDate => (act === "ended" ? endsOn : effectiveOn) ?? decision;

type Said = Pick<ReadRow, "act" | "code" | "name" | "effectiveOn" | "endsOn">;

/** Rows that say the same are one: the same file read twice adds nothing. */
const saying = ({ act, code, name, effectiveOn, endsOn }: Said): string =>
  JSON.stringify([act, code, code === null ? nameKey(name) : name, effectiveOn, endsOn]);

export const withoutKnown = (read: readonly ReadRow[], said: readonly ProcedureRow[]): ReadRow[] => {
  const known = new Set(said.map(saying));
  return read.filter((row) => !known.has(saying(row)));
};

/** Rows whose code the draft has already with other words or days: what was read before is taken off first, so that none counts twice. */
export const notedOtherwise = (
  fresh: readonly ReadRow[],
  draft: readonly Pick<ProcedureRow, "code" | "place">[],
  field: string,
): Problem[] => {
  const noted = new Map(draft.flatMap(({ code, place }) => (code === null ? [] : [[code, place] as const])));
  return fresh.flatMap(({ code, place }) => {
    const there = code === null ? undefined : noted.get(code);
    return code !== null && there !== undefined
      ? [problem("row-noted", field, { place: placeOf(place), what: code, there })]
      : [];
  });
};

/** As many of the problems of a file as a person mends at once, each with its row. */
export const problemsOf = (problems: readonly ReadProblem[], field: string): Problem[] =>
  problems.slice(0, 50).map(({ code, place, what }) => problem(code, field, { place: placeOf(place), what }));

/** How names and codes find the procedures that are known. */
export function finder(named: readonly Candidate[]) {
  const byCode = new Map(named.flatMap(({ id, code }) => (code === null ? [] : [[code, id] as const])));
  const byName = groupBy(named, ({ name }) => nameKey(name));
  return {
    /** The procedure of a code. */
    ofCode: (code: string): string | undefined => byCode.get(code),
    /** The procedures that have or had this name. */
    ofName: (name: string): Candidate[] => byName.get(nameKey(name)) ?? [],
  };
}
export type Finder = ReturnType<typeof finder>;

/** A known procedure, a new one, or nobody knows. */
type Meant = { id: string } | "new" | null;

/**
 * Which procedure a row means: that of its code, a new one where nothing known may be meant, and nobody knows (null) where only the name
 * speaks for one, or nothing does though the decision amends or ends it. One that has another code is not meant by a row with a code.
 */
export function meantBy({ act, code, name }: Pick<ReadRow, "act" | "code" | "name">, find: Finder): Meant {
  const ofCode = code === null ? undefined : find.ofCode(code);
  if (ofCode) return { id: ofCode };
  if (find.ofName(name).some((each) => code === null || each.code === null)) return null;
  return code !== null || act === "published" ? "new" : null;
}

/** The rows of nobody knows which procedure, whose name is that of one procedure alone. */
export const clearlyNamed = (
  rows: readonly ProcedureRow[],
  find: Finder,
): { row: ProcedureRow; procedureId: string }[] =>
  rows.flatMap((row) => {
    const named = row.procedureId === null ? find.ofName(row.name) : [];
    const meant = new Set(
      named.filter((each) => row.code === null || each.code === null).map(({ id }) => id),
    );
    const [only] = meant;
    return only !== undefined && meant.size === 1 ? [{ row, procedureId: only }] : [];
  });

/** By what a form tells which rows of a draft its page showed. */
export const rowsShown = (rows: readonly Pick<ProcedureRow, "id" | "procedureId">[]): string =>
  shownAs(rows.map(({ id, procedureId }) => [id, procedureId]).sort());

export const countActs = (rows: readonly Pick<ProcedureRow, "act">[]) => {
  const of = (act: ProcedureRow["act"]): number => rows.filter((row) => row.act === act).length;
  return { published: of("published"), amended: of("amended"), ended: of("ended") };
};
