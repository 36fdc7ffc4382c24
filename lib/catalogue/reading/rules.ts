import { basesIn, codesIn } from "@/lib/catalogue/reading/cells/rules";
import { cellsOf, nameCell } from "@/lib/catalogue/reading/columns/rules";
import { headerAt } from "@/lib/catalogue/reading/headings/rules";
import type { Header } from "@/lib/catalogue/reading/headings/types";
import { once, paired } from "@/lib/catalogue/reading/pairs/rules";
import { understand, type Understood } from "@/lib/catalogue/reading/procedure/rules";
import {
  beside,
  branchOf,
  headsRows,
  isCounting,
  isNamed,
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
import type { Reading } from "@/lib/catalogue/reading/types";
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
  const [name, code] = [nameCell({ first }), codesIn(first("code"))[0]];
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
    if (headsRows(reader.last?.mark, header, alone, next)) {
      if (endsList(alone.text)) reader.header = null;
      const heading = tableHeading(alone.text, mark);
      if (heading) open(reader, heading);
      return null;
    }
    if (!mark && !isNamed(header, row)) return null;
  }
  const place = { table: reader.table.name, row: row.number };
  const understood = understand(row, header, reader.sections, place);
  reader.last = {
    mark: mark?.mark ?? "",
    name: nameCell(cellsOf(header, row)),
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
