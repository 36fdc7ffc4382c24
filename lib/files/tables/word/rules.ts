import { cellText, limits, longer, tooMuch, Unreadable } from "@/lib/files/tables/cells/rules";
import type { TableRow } from "@/lib/files/tables/types";
import type { Attributes, Listener } from "@/lib/files/tables/xml/types";

/** What nobody reads on paper: what was deleted or moved away, the same text said again for old programs, and how things were set before. */
const leftOut = new Set([
  ...["del", "moveFrom", "delText", "instrText", "rt", "sdtPr", "sectPr", "tblPrEx", "tblGrid"],
  ...["pPrChange", "rPrChange", "trPrChange", "tcPrChange", "tblPrChange", "sectPrChange", "tblGridChange"],
]);
const isLeftOut = (name: string): boolean => leftOut.has(name) || name.endsWith(":Fallback");

const isOff = (value: string | undefined): boolean => value === "0" || value === "false" || value === "off";

/** Signs that are elements of their own in a run. */
const signs: Readonly<Record<string, string>> = {
  tab: "\t",
  ptab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "-",
  softHyphen: "\u00ad",
};

type Merging = "restart" | "continue" | null;
type Cell = { span: number; down: Merging; along: Merging };

const merging = (attribute: Attributes): Merging => (attribute("val") === "restart" ? "restart" : "continue");

/** A table in the text, not one within a cell: what stands above in each column, and the row that is read. */
type Grid = { above: string[]; row: string[]; leftOut: boolean; cell: Cell | null };

/** Hears the text of a document: paragraphs and rows of tables in their order, each with its number. */
export function documentListener(
  rowOf: (number: number, cells: readonly string[]) => TableRow[],
): Listener & { found: () => TableRow[] } {
  const rows: TableRow[] = [];
  let number = 0;
  let text = "";
  let [skipped, tables, paragraphs] = [0, 0, 0];
  let grid: Grid | null = null;
  const within: string[] = [];
  let [hidden, reading, goesOn] = [false, false, false];

  const end = (cells: readonly string[]): void => {
    number += 1;
    for (const row of rowOf(number, cells)) rows.push(row);
  };
  const taken = (): string => {
    const said = cellText(text);
    text = "";
    return said;
  };
  const inProperties = (of: string): boolean => within.at(-2) === of;

  /** What a paragraph said whose end was deleted, where no other follows it. */
  function endPending(): void {
    if (goesOn && text !== "") end([taken()]);
    goesOn = false;
  }
  function openTable(): void {
    if (tables === 0 && paragraphs === 0) endPending();
    tables += 1;
    if (tables === 1 && paragraphs === 0) grid = { above: [], row: [], leftOut: false, cell: null };
  }
  function openParagraph(): void {
    if (text !== "" && !goesOn) text = longer(text, "\n");
    paragraphs += 1;
    goesOn = false;
  }
  /** What is said of a row or a cell of a table in the text. */
  function openOfGrid(at: Grid, name: string, attribute: Attributes): void {
    if (name === "tr") [at.row, at.leftOut] = [[], false];
    if (name === "hidden" && inProperties("trPr")) at.leftOut = !isOff(attribute("val"));
    if (name === "gridBefore") at.row = Array.from({ length: spanOf(attribute) }, () => "");
    if (name === "tc") at.cell = { span: 1, down: null, along: null };
    if (!at.cell || !inProperties("tcPr")) return;
    if (name === "gridSpan") at.cell.span = spanOf(attribute);
    if (name === "vMerge") at.cell.down = merging(attribute);
    if (name === "hMerge") at.cell.along = merging(attribute);
  }
  function closeCell(at: Grid, { span, down, along }: Cell): void {
    const column = at.row.length;
    const own = taken();
    const left = along === "continue" ? at.row[column - 1] : undefined;
    const said = left ?? (down === "continue" ? at.above[column] : undefined) ?? own;
    for (let each = 0; each < span; each += 1) at.row.push(said);
    if (at.row.length > limits.columns) tooMuch();
    [at.cell, goesOn] = [null, false];
  }
  function closeOfGrid(at: Grid, name: string): void {
    if (name === "tc" && at.cell) closeCell(at, at.cell);
    if (name !== "tr" || at.leftOut) return;
    at.above = at.row;
    end(at.row);
  }
  function closeParagraph(): void {
    paragraphs -= 1;
    if (paragraphs > 0 && text !== "") text = longer(text, "\n");
    if (paragraphs === 0 && tables === 0 && !goesOn) end([taken()]);
  }
  const ofGrid = (): Grid | null => (tables === 1 && paragraphs === 0 ? grid : null);

  /** Marks of a whole paragraph or row that was deleted: a del without content. */
  function openMark(name: string): void {
    if (name !== "del" && name !== "moveFrom") return;
    if (inProperties("trPr") && tables === 1 && grid) grid.leftOut = true;
    if (inProperties("rPr") && within.at(-3) === "pPr") goesOn = true;
  }
  function openInRun(name: string, attribute: Attributes): void {
    if (name === "r") hidden = false;
    if (name === "vanish" && within.at(-3) === "r") hidden = !isOff(attribute("val"));
    if (name === "t") reading = !hidden;
    const sign = within.at(-2) === "r" && !hidden ? signs[name] : undefined;
    if (sign !== undefined) text = longer(text, sign);
  }

  return {
    open: (name, attribute) => {
      within.push(name);
      if (skipped === 0) openMark(name);
      if (isLeftOut(name)) skipped += 1;
      if (skipped > 0) return;
      if (name === "tbl") openTable();
      else if (name === "p") openParagraph();
      else openInRun(name, attribute);
      const at = ofGrid();
      if (at) openOfGrid(at, name, attribute);
    },
    close: (name) => {
      within.pop();
      if (isLeftOut(name)) skipped -= 1;
      if (skipped > 0) return;
      const at = ofGrid();
      if (at) closeOfGrid(at, name);
      if (name === "t") reading = false;
      if (name === "p") closeParagraph();
      if (name === "tbl") tables -= 1;
      if (name === "body") endPending();
      if (tables === 0) grid = null;
    },
    text: (piece) => {
      if (reading && skipped === 0) text = longer(text, piece);
    },
    found: () => rows,
  };
}

function spanOf(attribute: Attributes): number {
  const span = Number(attribute("val") ?? 1);
  if (!Number.isInteger(span) || span < 0) throw new Unreadable("file-damaged");
  if (span > limits.columns) tooMuch();
  return Math.max(1, span);
}
