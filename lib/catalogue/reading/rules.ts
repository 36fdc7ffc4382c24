import { basesIn, codesIn } from "@/lib/catalogue/reading/cells/rules";
import { cellsOf, nameCell, type Cells } from "@/lib/catalogue/reading/columns/rules";
import { headerAt } from "@/lib/catalogue/reading/headings/rules";
import type { Header } from "@/lib/catalogue/reading/headings/types";
import { joinedLevels, once, paired } from "@/lib/catalogue/reading/pairs/rules";
import { levelsOf, understand, type Understood } from "@/lib/catalogue/reading/procedure/rules";
import {
  beside,
  branchOf,
  headsRows,
  isCounting,
  isForeign,
  isNamed,
  isRemark,
  isSigned,
  isTotal,
  markOfRow,
  texts,
} from "@/lib/catalogue/reading/rows/rules";
import {
  endsList,
  opened,
  paragraphHeading,
  sheetHeading,
  tableHeading,
} from "@/lib/catalogue/reading/sections/rules";
import type { Marked, Section } from "@/lib/catalogue/reading/sections/types";
import type { Reading, ReadRow } from "@/lib/catalogue/reading/types";
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
  last: { mark: string; name: string; code: string | null; understood: Understood } | null;
};

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** A cell with nothing but a code in it, and what it is called. */
const onlyCode = /^[^\p{L}]*(?:m[aã][^\d]{0,40})?[\d.]+(?:\.[A-Z]\d{2})?[)\]\s]*$/iu;

/** A code or a basis beneath the procedure above. */
function addsBeneath(above: ReadRow, { all }: Cells, name: string, text: string): boolean {
  const [code] = onlyCode.test(text) ? codesIn(text) : [];
  if (code && (above.code ?? code) === code) {
    above.code = code;
    return true;
  }
  if (code || name !== "" || all("bases").length === 0) return false;
  above.bases = distinct([...above.bases, ...all("bases").flatMap(basesIn)]);
  return true;
}

/** More of the procedure above: it is merged over several rows, or has branches; or something of it stands beneath. */
function addsToLast(reader: Reader, header: Header, { row, mark, rest }: Seen): boolean {
  const { last } = reader;
  if (!last) return false;
  const cells = cellsOf(header, row);
  const name = nameCell(cells);
  const above = last.understood.row;
  const [only = "", another] = rest;
  if (!mark && another === undefined && addsBeneath(above, cells, name, only)) return true;
  const code = codesIn(`${cells.first("code")} ${name}`)[0] ?? null;
  const branch = mark !== null && branchOf(mark.mark, last.mark) && code === null;
  const again =
    name === last.name &&
    (mark?.mark ?? "") === last.mark &&
    code === last.code &&
    (mark !== null || code !== null);
  if (!branch && !again) return false;
  above.bases = distinct([...above.bases, ...cells.all("bases").flatMap(basesIn)]);
  if (again) above.levels = joinedLevels(above.levels, levelsOf(header, row));
  return true;
}

/** A row that stands in a list: what it says beside its mark, each text once. */
type Seen = { row: TableRow; mark: Marked | null; rest: readonly string[]; coded: boolean };

/** What ends the list, until another heading comes: signatures, and tables of another kind. */
const leaves = (
  reader: Reader,
  header: Header,
  cells: readonly string[],
  { row, mark, coded }: Seen,
): boolean =>
  isSigned(header, row, cells) ||
  (!coded && (isForeign(cells) || (reader.apart && mark === null && row.cells.length !== header.width)));

/** A row with a single text: the heading it is, or nothing. False where it is a procedure all the same. */
function readAlone(
  reader: Reader,
  header: Header,
  { row, mark, rest }: Seen,
  next: TableRow | undefined,
): boolean {
  const text = rest[0] ?? "";
  if (!headsRows(reader.last?.mark, header, { mark, text, row }, next)) return !mark && !isNamed(header, row);
  if (endsList(text)) reader.header = null;
  const heading = tableHeading(text, mark);
  if (heading) open(reader, heading);
  return true;
}

function readRow(reader: Reader, row: TableRow, next: TableRow | undefined): Understood | null {
  const { header } = reader;
  const cells = texts(row);
  if (!header || (row.cells.length === 1 && header.width > 1)) {
    if (new Set(cells).size === 1) atParagraph(reader, cells[0] ?? "", next);
    return null;
  }
  const mark = markOfRow(header, row);
  const rest = beside(row, mark);
  const seen = { row, mark, rest, coded: cells.some((cell) => codesIn(cell).length > 0) };
  if (rest.length === 0 || isCounting(cells)) return null;
  if (!mark && (isRemark(rest[0] ?? "") || (!seen.coded && rest.some(isTotal)))) return null;
  if (leaves(reader, header, cells, seen)) {
    reader.header = null;
    return null;
  }
  reader.apart = false;
  if (addsToLast(reader, header, seen)) return null;
  if (rest.length === 1 && !seen.coded && readAlone(reader, header, seen, next)) return null;
  const understood = understand(row, header, reader.sections, { table: reader.table.name, row: row.number });
  const own = cellsOf(header, row);
  const name = nameCell(own);
  const code = codesIn(`${own.first("code")} ${name}`)[0] ?? null;
  reader.last = { mark: mark?.mark ?? "", name, code, understood };
  return understood;
}

function open(reader: Reader, heading: Section): void {
  reader.sections = opened(reader.sections, heading);
  reader.last = null;
}

/** A paragraph between tables; right before a numbered row it may be a field of work that fills one cell. */
function atParagraph(reader: Reader, text: string, next: TableRow | undefined): void {
  const { header } = reader;
  const within = header && next && markOfRow(header, next) && text.length <= 80 && !/[.,;:]$/.test(text);
  reader.apart = true;
  if (endsList(text)) reader.header = null;
  const heading = paragraphHeading(text) ?? (within ? tableHeading(text, null) : null);
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
