import type { TableFault, TableRow } from "@/lib/files/tables/types";
import { looksLegacy } from "@/lib/kernel/legacy-font";
import { oneLine, printable } from "@/lib/kernel/text";

/** Thrown where reading a file ends before its end, with what people are told. */
export class Unreadable extends Error {
  constructor(readonly fault: TableFault) {
    super(fault);
  }
}

export const limits = { rows: 200_000, columns: 200, cells: 2_000_000, letters: 32_767 };

const softHyphen = "\u00ad";
/** A sign for nobody's use, in whose place nothing is lost. */
const inItsPlace = "\ue0ad";
const needsNoCare = /^[\x21-\x7e]*$/;

const plainLines = (text: string): string =>
  printable(text)
    .split("\n")
    .map(oneLine)
    .filter((line) => line !== "")
    .join("\n");

/**
 * What a cell says: composed letters, plain spaces, nothing unseen, and no line without a word. The soft hyphen stays where it is a
 * letter: in text for the old fonts of TCVN3 it is the ư.
 */
export function cellText(text: string): string {
  if (needsNoCare.test(text)) return text;
  return text.includes(softHyphen) && looksLegacy(text)
    ? plainLines(text.replaceAll(softHyphen, inItsPlace)).replaceAll(inItsPlace, softHyphen)
    : plainLines(text);
}

/** A text that grows piece by piece, and never beyond what a cell may hold. */
export function longer(text: string, piece: string): string {
  if (text.length + piece.length > limits.letters) throw new Unreadable("too-much-in-file");
  return text + piece;
}

/** Collects the rows of a file over all its tables, and ends where there are more than anybody reads. Empty rows are left out. */
export function rowsWithin(): (number: number, cells: readonly string[]) => TableRow[] {
  let [rows, total] = [0, 0];
  return (number, cells) => {
    const end = cells.findLastIndex((cell) => cell !== "") + 1;
    if (end === 0) return [];
    rows += 1;
    total += end;
    if (rows > limits.rows || end > limits.columns || total > limits.cells)
      throw new Unreadable("too-much-in-file");
    return [{ number, cells: cells.slice(0, end) }];
  };
}
