import { nameKey } from "@/lib/catalogue/matching/rules";
import type { Understood } from "@/lib/catalogue/reading/procedure/rules";
import type { ReadProblem, ReadRow } from "@/lib/catalogue/reading/types";

/** "Cấp tỉnh, Cấp xã": the levels of both, each once. */
export const joinedLevels = (one: string, other: string): string =>
  [...new Set([...one.split(", "), ...other.split(", ")])].filter(Boolean).join(", ");

const sameTwice = (one: ReadRow, other: ReadRow): boolean =>
  one.act === other.act &&
  one.levels !== "" &&
  other.levels !== "" &&
  one.levels !== other.levels &&
  nameKey(one.name) === nameKey(other.name);

/** One procedure listed for each of its levels is one; any other code that comes twice is a problem where it comes again. */
export function once(rows: readonly ReadRow[]): { rows: ReadRow[]; problems: ReadProblem[] } {
  const seen = new Map<string, ReadRow>();
  const kept: ReadRow[] = [];
  const problems: ReadProblem[] = [];
  for (const row of rows) {
    const before = row.code === null ? undefined : seen.get(row.code);
    if (before && sameTwice(before, row)) {
      before.levels = joinedLevels(before.levels, row.levels);
      continue;
    }
    if (before) problems.push({ place: row.place, code: "row-code-twice", what: row.code ?? "" });
    else if (row.code !== null) seen.set(row.code, row);
    kept.push(row);
  }
  return { rows: kept, problems };
}

/** What ended "thay thế bởi …" is replaced by the procedure of that code, where the decision has it. */
export function paired(all: readonly Understood[]): ReadRow[] {
  const replaced = new Map<string, string[]>();
  for (const { row, successors } of all) {
    for (const code of row.code === null ? [] : successors)
      replaced.set(code, [...(replaced.get(code) ?? []), row.code ?? ""]);
  }
  return all.map(({ row }) => {
    const old = row.code === null || row.act === "ended" ? [] : (replaced.get(row.code) ?? []);
    return { ...row, replaces: [...new Set([...row.replaces, ...old.filter((code) => code !== row.code)])] };
  });
}
