import { basesIn, codesIn } from "@/lib/catalogue/reading/cells/rules";
import { headerAt } from "@/lib/catalogue/reading/headings/rules";
import type { Header } from "@/lib/catalogue/reading/headings/types";
import { cellsOf, understand, type Understood } from "@/lib/catalogue/reading/procedure/rules";
import {
  bareMark,
  endsList,
  opened,
  paragraphHeading,
  ranks,
  sheetHeading,
  tableHeading,
} from "@/lib/catalogue/reading/sections/rules";
import type { Marked, Section } from "@/lib/catalogue/reading/sections/types";
import type { ReadProblem, Reading, ReadRow } from "@/lib/catalogue/reading/types";
import { nameKey } from "@/lib/catalogue/matching/rules";
import { searchKey } from "@/lib/kernel/text";
import type { Table, TableRow } from "@/lib/files/tables/types";

/*
 * A decision that publishes administrative procedures, read from its tables. Each row is a heading, a procedure, more of the procedure
 * above it, or nothing that counts; what a row means follows from the headings above it and from the row below.
 */

/** What is known while a table is read from above. */
type Reader = {
  table: Table;
  header: Header | null;
  sections: Section[];
  /** A paragraph has stood since the heading: another table may begin here. */
  apart: boolean;
  last: { mark: string; name: string; understood: Understood } | null;
};

const texts = (row: TableRow): string[] => row.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");

const isCounting = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell) => /^\(?(?:\d{1,2}|\p{Lu})\)?(?:\s*=.*)?$/u.test(cell));

const isTotal = (text: string): boolean =>
  /^(?:tổng\s+(?:cộng|số)(?!\p{L})|(?:tổng|cộng)\s*(?:[:\d(]|$))/iu.test(text.normalize("NFC"));

const signature =
  /^(?:noi nhan|tm|kt|tl|tuq|nguoi lap|chu tich|pho chu tich|giam doc|pho giam doc|thu truong|bo truong|thu truong co quan|[a-z ]{0,30}ngay (?:\d+ )?thang (?:\d+ )?nam(?: \d+)?)\b/;

/** Do these cells sign the paper, without number or code? */
const isSigned = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.length < 120 && !bareMark(cell) && codesIn(cell).length === 0) &&
  cells.some((cell) => signature.test(searchKey(cell)));

/** The mark of a row: in its column of numbers, or before its only text where there is no such column. */
function markOfRow(header: Header, row: TableRow): Marked | null {
  const numbers = header.columns.filter(({ role }) => role === "number");
  const cells =
    numbers.length > 0 ? numbers.map(({ index }) => row.cells[index] ?? "") : row.cells.slice(0, 1);
  return cells.flatMap((cell) => bareMark(cell.trim()) ?? [])[0] ?? null;
}

/** What a row says beside its mark, each text once. */
const beside = (row: TableRow, mark: Marked | null): string[] => [
  ...new Set(texts(row).filter((cell) => !mark || bareMark(cell)?.mark !== mark.mark)),
];

const isNamed = (header: Header, row: TableRow): boolean =>
  cellsOf(header, row).first("newName", "name", "oldName") !== "";

const last = (mark: string): number => Number(/\d+(?=\p{L}?$)/u.exec(mark)?.[0] ?? Number.NaN);
const branchOf = (mark: string, parent: string): boolean => mark.startsWith(`${parent}.`);
const isBranchName = (text: string): boolean => /^(?:truong hop|doi voi)\b/.test(searchKey(text));

type Alone = { mark: Marked | null; text: string; row: TableRow };

/** Does a number with a single text beside it head what follows? It does where the numbers begin anew below it. */
function numberedHeading(
  reader: Reader,
  header: Header,
  { mark, text }: { mark: Marked; text: string },
  next: TableRow | undefined,
): boolean {
  if (/^l[iĩ]nh\s+v[uự]c/iu.test(text.normalize("NFC"))) return true;
  const below = next && markOfRow(header, next);
  if (!next || next.cells.length < 2) return false;
  const before = reader.last?.mark;
  const follows = before !== undefined && /^\d+$/.test(before) && last(mark.mark) === last(before) + 1;
  if (!below) return beside(next, null).length > 1 && !follows;
  if (below.rank < ranks.number) return false;
  if (branchOf(below.mark, mark.mark)) {
    const names = beside(next, below);
    return names.some((cell) => codesIn(cell).length > 0) || !(names.some(isBranchName) || follows);
  }
  if (last(below.mark) === last(mark.mark) + 1 && below.rank === mark.rank) return false;
  return last(below.mark) === 1 || (before !== undefined && last(below.mark) === last(before) + 1);
}

/** Is a row with a single text a heading, rather than a procedure of which nothing but the name is known? */
function headsRows(reader: Reader, header: Header, alone: Alone, next: TableRow | undefined): boolean {
  const { mark, text, row } = alone;
  if (row.cells.filter((cell) => cell.trim() === text).length > 1) {
    if (!mark || mark.rank < ranks.number) return true;
  }
  if (mark) return mark.rank < ranks.number || numberedHeading(reader, header, { mark, text }, next);
  const hasNumbers = header.columns.some(({ role }) => role === "number");
  if (row.cells[0]?.trim() === text && hasNumbers) return true;
  if (!isNamed(header, row)) return false;
  return hasNumbers || !isPlainField(text);
}

/** A text that is a field of work only because it is nothing else. */
function isPlainField(text: string): boolean {
  const heading = tableHeading(text, null);
  return heading?.rank === ranks.loose && !/^l[iĩ]nh\s+v[uự]c/iu.test(text.normalize("NFC"));
}

/** More of the procedure above: a cell that is merged over several rows, a branch of it, a code or a basis beneath it. */
function addsToLast(
  reader: Reader,
  header: Header,
  row: TableRow,
  mark: Marked | null,
  cells: readonly string[],
): boolean {
  const above = reader.last;
  if (!above) return false;
  const { first, all } = cellsOf(header, row);
  const [name, code] = [first("newName", "name", "oldName"), codesIn(first("code"))[0]];
  const found = above.understood.row;
  const bases = () => (found.bases = [...new Set([...found.bases, ...all("bases").flatMap(basesIn)])]);
  const [only, another] = cells;
  if (!mark && only !== undefined && another === undefined) {
    const [beneath] = codesIn(only);
    if (
      beneath &&
      only.replace(/\s/g, "").length < 60 &&
      /^[^\p{L}]*(?:m[aã][^\d]*)?[^\p{L}]*(?:\.[A-Z]\d{2})?[)\]\s]*$/iu.test(only)
    ) {
      if (found.code === null) found.code = beneath;
      return true;
    }
    if (name === "" && all("bases").length > 0) return bases().length >= 0;
  }
  if (!mark) return false;
  const branch = branchOf(mark.mark, above.mark) && !code && codesIn(name).length === 0;
  const again = mark.mark === above.mark && name === above.name && (code ?? found.code) === found.code;
  if (branch || again) bases();
  return branch || again;
}

function readRow(reader: Reader, row: TableRow, next: TableRow | undefined): Understood | null {
  const { header } = reader;
  const cells = texts(row);
  const [only = ""] = cells;
  const single = new Set(cells).size === 1;
  if (!header || (row.cells.length === 1 && header.width > 1)) {
    if (single) atParagraph(reader, only);
    return null;
  }
  if (isCounting(cells)) return null;
  if (isSigned(cells)) {
    reader.header = null;
    return null;
  }
  const mark = markOfRow(header, row);
  const rest = beside(row, mark);
  const coded = cells.some((cell) => codesIn(cell).length > 0);
  if (rest.length === 0 || (!coded && !mark && rest.some(isTotal))) return null;
  if (reader.apart && row.cells.length !== header.width && !coded) {
    reader.header = null;
    return null;
  }
  if (addsToLast(reader, header, row, mark, rest)) return null;
  const alone = rest.length === 1 ? { mark, text: rest[0] ?? "", row } : null;
  if (alone && !coded) {
    if (headsRows(reader, header, alone, next)) {
      if (endsList(alone.text)) reader.header = null;
      const heading = tableHeading(alone.text, mark);
      if (heading) open(reader, heading);
      return null;
    }
    if (!isNamed(header, row)) return null;
  }
  const place = { table: reader.table.name, row: row.number };
  const understood = understand(row, header, reader.sections, place);
  reader.last = {
    mark: mark?.mark ?? "",
    name: cellsOf(header, row).first("newName", "name", "oldName"),
    understood,
  };
  return understood;
}

function open(reader: Reader, heading: Section): void {
  reader.sections = opened(reader.sections, heading);
  reader.last = null;
}

function atParagraph(reader: Reader, text: string): void {
  reader.apart = true;
  if (endsList(text)) reader.header = null;
  const heading = paragraphHeading(text);
  if (heading) open(reader, heading);
}

function readTable(table: Table): { rows: Understood[]; found: boolean } {
  const reader: Reader = {
    table,
    header: null,
    sections: [sheetHeading(table.name)],
    apart: false,
    last: null,
  };
  const rows: Understood[] = [];
  let found = false;
  for (let at = 0; at < table.rows.length; at++) {
    const header = headerAt(table.rows, at);
    if (header) {
      Object.assign(reader, { header, apart: false });
      found = true;
      at += header.depth - 1;
      continue;
    }
    const row = table.rows[at];
    const understood = row && texts(row).length > 0 ? readRow(reader, row, table.rows[at + 1]) : null;
    if (understood) rows.push(understood);
  }
  return { rows, found };
}

const sameTwice = (one: ReadRow, other: ReadRow): boolean =>
  one.act === other.act &&
  one.levels !== "" &&
  other.levels !== "" &&
  one.levels !== other.levels &&
  nameKey(one.name) === nameKey(other.name);

/** One procedure listed for each of its levels is one; any other code that comes twice is a problem where it comes again. */
function once(rows: readonly ReadRow[]): { rows: ReadRow[]; problems: ReadProblem[] } {
  const seen = new Map<string, ReadRow>();
  const kept: ReadRow[] = [];
  const problems: ReadProblem[] = [];
  for (const row of rows) {
    const before = row.code === null ? undefined : seen.get(row.code);
    if (before && sameTwice(before, row)) {
      before.levels = [...new Set([...before.levels.split(", "), ...row.levels.split(", ")])].join(", ");
      continue;
    }
    if (before) problems.push({ place: row.place, code: "row-code-twice", what: row.code ?? "" });
    else if (row.code !== null) seen.set(row.code, row);
    kept.push(row);
  }
  return { rows: kept, problems };
}

/** What ended "thay thế bởi …" is replaced by the procedure of that code, where the decision has it. */
function paired(all: readonly Understood[]): ReadRow[] {
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

/** The procedures of a publishing decision, and what is wrong with its rows, both in the order of the file. */
export function readDecision(tables: readonly Table[]): Reading {
  const read = tables.map(readTable);
  const understood = read.flatMap(({ rows }) => rows);
  const { rows, problems } = once(paired(understood));
  return {
    rows,
    problems: [...understood.flatMap((each) => each.problems), ...problems],
    found: read.some(({ found }) => found),
  };
}
