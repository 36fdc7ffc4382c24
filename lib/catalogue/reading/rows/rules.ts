import { codesIn } from "@/lib/catalogue/reading/cells/rules";
import { cellsOf, nameCell } from "@/lib/catalogue/reading/columns/rules";
import type { Header } from "@/lib/catalogue/reading/headings/types";
import { bareMark, ranks, tableHeading } from "@/lib/catalogue/reading/sections/rules";
import type { Marked } from "@/lib/catalogue/reading/sections/types";
import { searchKey } from "@/lib/kernel/text";
import type { TableRow } from "@/lib/files/tables/types";

/*
 * What kind of row a row is: what counts columns, sums up or signs is no procedure, and a row with a single text may be a heading.
 */

export const texts = (row: TableRow): string[] =>
  row.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");

export const isCounting = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell) => /^\(?(?:\d{1,2}|\p{Lu})\)?(?:\s*=.*)?$/u.test(cell));

export const isTotal = (text: string): boolean =>
  /^(?:tổng\s+(?:cộng|số)(?!\p{L})|(?:tổng|cộng)\s*(?:[:\d(]|$))/iu.test(text.normalize("NFC"));

const signature =
  /^(?:noi nhan|tm|kt|tl|tuq|nguoi lap|chu tich|pho chu tich|giam doc|pho giam doc|thu truong|bo truong|thu truong co quan|[a-z ]{0,30}ngay (?:\d+ )?thang (?:\d+ )?nam(?: \d+)?)\b/;

const signs = (cell: string): boolean => cell.length < 120 && signature.test(searchKey(cell));

/** Does a row sign the paper? It has neither number nor code, and what stands in the place of a name is no name. */
export function isSigned(header: Header, row: TableRow, cells: readonly string[]): boolean {
  if (cells.some((cell) => bareMark(cell) !== null || codesIn(cell).length > 0) || !cells.some(signs))
    return false;
  const name = nameCell(cellsOf(header, row));
  return name === "" || name.startsWith("-") || (name.length < 60 && signs(name));
}

/** Is it a remark on the list? */
export const isRemark = (text: string): boolean =>
  /^[(*]*\*|^(?:ghi\s+chú|lưu\s+ý|chú\s+thích|nguồn)(?!\p{L})/iu.test(text.normalize("NFC"));

/** Is it the heading of a table of another kind, which headerAt did not take for a list? */
export const isForeign = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.some((cell) => /^(?:stt|tt|số\s+tt|bước)\.?$/iu.test(cell.normalize("NFC")));

/** The mark of a row: in its column of numbers, or before its only text where there is no such column. */
export function markOfRow(header: Header, row: TableRow): Marked | null {
  const numbers = header.columns.filter(({ role }) => role === "number");
  const cells =
    numbers.length > 0 ? numbers.map(({ index }) => row.cells[index] ?? "") : row.cells.slice(0, 1);
  return cells.flatMap((cell) => bareMark(cell.trim()) ?? [])[0] ?? null;
}

/** What a row says beside its mark, each text once. */
export const beside = (row: TableRow, mark: Marked | null): string[] => [
  ...new Set(texts(row).filter((cell) => !mark || bareMark(cell)?.mark !== mark.mark)),
];

export const isNamed = (header: Header, row: TableRow): boolean => nameCell(cellsOf(header, row)) !== "";

const last = (mark: string): number => Number(/\d+(?=\p{L}?$)/u.exec(mark)?.[0] ?? Number.NaN);
export const branchOf = (mark: string, parent: string): boolean => mark.startsWith(`${parent}.`);
const isBranchName = (text: string): boolean => /^(?:truong hop|doi voi)\b/.test(searchKey(text));

type Alone = { mark: Marked | null; text: string; row: TableRow };

/** Does a number with a single text beside it head what follows? It does where the numbers begin anew below it. */
function numberedHeading(
  before: string | undefined,
  header: Header,
  { mark, text }: { mark: Marked; text: string },
  next: TableRow | undefined,
): boolean {
  if (/^l[iĩ]nh\s+v[uự]c/iu.test(text.normalize("NFC"))) return true;
  const below = next && markOfRow(header, next);
  if (!next || next.cells.length < 2) return false;
  const follows = before !== undefined && /^\d+$/.test(before) && last(mark.mark) === last(before) + 1;
  if (!below) return beside(next, null).length > 1 && !follows;
  if (below.rank < ranks.number) return false;
  if (branchOf(below.mark, mark.mark)) {
    const names = beside(next, below);
    return names.some((cell) => codesIn(cell).length > 0) || !(names.some(isBranchName) || follows);
  }
  const countsOn = before !== undefined && last(below.mark) === last(before) + 1;
  return last(below.mark) === 1 || last(below.mark) === last(mark.mark) || (countsOn && !follows);
}

/** Is a row with a single text a heading, rather than a procedure of which nothing but the name is known? */
export function headsRows(
  before: string | undefined,
  header: Header,
  alone: Alone,
  next: TableRow | undefined,
): boolean {
  const { mark, text, row } = alone;
  const merged = row.cells.filter((cell) => cell.trim() === text).length > 1;
  const below = next && markOfRow(header, next);
  if (merged && !(mark && below && branchOf(below.mark, mark.mark))) return true;
  if (mark) return mark.rank < ranks.number || numberedHeading(before, header, { mark, text }, next);
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
