import { cellText, lettersWithin, limits, longer, tooMuch, Unreadable } from "@/lib/files/tables/cells/rules";
import { dateText, isoDateText, numberText } from "@/lib/files/tables/excel/numbers/rules";
import { textCollector, unescaped } from "@/lib/files/tables/excel/rules";
import type { Area, Shared } from "@/lib/files/tables/excel/types";
import type { TableRow } from "@/lib/files/tables/types";
import type { Attributes, Listener } from "@/lib/files/tables/xml/types";

type Place = { row: number; column: number };

/** "AB12" is column 27 (from nought) of row 12; null where it is no place. */
function placeOf(reference: string): Place | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference) ?? [];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row), column };
}

function areaOf(reference: string): Area | null {
  const [from = "", to = from] = reference.split(":");
  const [first, last] = [placeOf(from), placeOf(to)];
  return first && last && { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

function numberOf(written: string, style: number, { styles, from1904 }: Shared): string {
  const { date = false, format } = styles[style] ?? {};
  const day = date && written !== "" ? dateText(Number(written), from1904) : null;
  return day ?? numberText(written, date ? undefined : format);
}

/** What a cell says by its type, the value it holds and the text written into it. */
function valueOf(type: string, value: string, inline: string, style: number, shared: Shared): string {
  switch (type) {
    case "s":
      return shared.texts[Number(value)] ?? "";
    case "inlineStr":
      return inline;
    case "b":
      return value.trim() === "1" ? "TRUE" : "FALSE";
    case "d":
      return isoDateText(value.trim());
    case "n":
      return numberOf(value.trim(), style, shared);
    default:
      return cellText(unescaped(value));
  }
}

type Rows = Map<number, string[]>;

/** Where merging reaches beyond what a table may have (a whole row was marked), it ends with what is written. */
const within = (area: Area, used: { row: number; column: number }): Area => ({
  ...area,
  right: area.right < limits.columns ? area.right : Math.max(area.left, used.column),
  bottom: area.bottom <= limits.rows ? area.bottom : Math.max(area.top, used.row),
});

/** Repeats what is merged in each of its cells. */
function repeat(
  rows: Rows,
  areas: readonly Area[],
  used: { row: number; column: number },
  count: (letters: number) => void,
): void {
  let repeated = 0;
  for (const each of areas) {
    const { top, left, bottom, right } = within(each, used);
    const text = rows.get(top)?.[left] ?? "";
    if (text === "") continue;
    const cells = (bottom - top + 1) * (right - left + 1);
    repeated += cells;
    if (repeated > limits.cells) tooMuch();
    count(cells * text.length);
    for (let row = top; row <= bottom; row += 1) {
      const across = rows.get(row) ?? [];
      for (let column = left; column <= right; column += 1) across[column] = text;
      rows.set(row, across);
    }
  }
}

const dense = (cells: readonly string[]): string[] =>
  Array.from(cells, (cell: string | undefined) => cell ?? "");

/** Hears a sheet: its rows by the numbers that Excel shows. */
export function sheetListener(
  shared: Shared,
  rowOf: (number: number, cells: readonly string[]) => TableRow[],
): Listener & { found: () => TableRow[] } {
  const rows: Rows = new Map();
  const areas: Area[] = [];
  const used = { row: 0, column: 0 };
  const count = lettersWithin();
  const collector = textCollector();
  let [place, type, style]: [Place, string, number] = [{ row: 0, column: -1 }, "n", 0];
  let [value, reading, apart] = ["", false, 0];

  const openRow = (attribute: Attributes): void => {
    const row = Number(attribute("r") ?? place.row + 1);
    if (!Number.isInteger(row) || row <= place.row) throw new Unreadable("file-damaged");
    place = { row, column: -1 };
  };
  const openCell = (attribute: Attributes): void => {
    const reference = attribute("r");
    const at = reference === undefined ? { ...place, column: place.column + 1 } : placeOf(reference);
    if (at?.row !== place.row || at.column <= place.column) throw new Unreadable("file-damaged");
    [place, type, style, value] = [at, attribute("t") ?? "n", Number(attribute("s") ?? 0), ""];
    collector.take();
  };
  const closeCell = (): void => {
    const text =
      value === "" && type !== "inlineStr" ? "" : valueOf(type, value, collector.take(), style, shared);
    if (text === "") return;
    if (place.column >= limits.columns) tooMuch();
    count(text.length);
    used.row = place.row;
    used.column = Math.max(used.column, place.column);
    const cells = rows.get(place.row) ?? [];
    cells[place.column] = text;
    rows.set(place.row, cells);
    if (rows.size > limits.rows) tooMuch();
  };

  return {
    open: (name, attribute) => {
      if (name === "extLst") apart += 1;
      if (apart > 0) return;
      collector.open(name, attribute);
      if (name === "row") openRow(attribute);
      if (name === "c") openCell(attribute);
      if (name === "v") reading = true;
      const area = name === "mergeCell" ? areaOf(attribute("ref") ?? "") : null;
      if (area) areas.push(area);
    },
    close: (name) => {
      if (name === "extLst") apart -= 1;
      if (apart > 0) return;
      collector.close(name);
      if (name === "v") reading = false;
      if (name === "c") closeCell();
    },
    text: (piece) => {
      if (apart > 0) return;
      collector.text(piece);
      if (reading) value = longer(value, piece);
    },
    found: () => {
      repeat(rows, areas, used, count);
      return [...rows].sort(([a], [b]) => a - b).flatMap(([number, cells]) => rowOf(number, dense(cells)));
    },
  };
}
