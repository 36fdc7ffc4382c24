import type { TableFault, TableRow } from "@/lib/files/tables/types";
import { oneLine, printable } from "@/lib/kernel/text";

/** Thrown where reading a file ends before its end, with what people are told. */
export class Unreadable extends Error {
  constructor(readonly fault: TableFault) {
    super(fault);
  }
}

/** The letters are those of one cell, and of all cells together with what is repeated in them. */
export const limits = {
  rows: 200_000,
  columns: 200,
  cells: 2_000_000,
  letters: 32_767,
  allLetters: 40_000_000,
};

export const tooMuch = (): never => {
  throw new Unreadable("too-much-in-file");
};

const softHyphen = "\u00ad";
/** A sign for nobody's use, in whose place nothing is lost. */
const inItsPlace = "\ue0ad";
/** Letters above are in no old font; dashes, quotation marks and spaces may be. */
const isUnicode = /[^\0-\xff\u2000-\u206f]/u;
/** Signs of TCVN3 beside letters, and a soft hyphen where a syllable has its first vowel. */
const oldLetters = /\p{L}[¨-¬®µ-¹×]|[§¨-¬®]\p{L}|(?<![\p{L}\xa1-\xff])(?:gi|[b-df-hj-np-tvxz®]{0,3})\u00ad/iu;

const needsNoCare = /^[\x21-\x7e]*$/;
/** No letter has so many marks; a million of them would be put in order for minutes. */
const marksWithoutEnd = /(\p{M}{16})\p{M}+/gu;

const plainLines = (text: string): string =>
  printable(text)
    .replace(marksWithoutEnd, "$1")
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
  return text.includes(softHyphen) && !isUnicode.test(text) && oldLetters.test(text)
    ? plainLines(text.replaceAll(softHyphen, inItsPlace)).replaceAll(inItsPlace, softHyphen)
    : plainLines(text);
}

/** A text that grows piece by piece, and never beyond what a cell may hold. */
export function longer(text: string, piece: string): string {
  return text.length + piece.length > limits.letters ? tooMuch() : text + piece;
}

/** Counts letters, and ends where there are more than a file may hold. */
export function lettersWithin(): (more: number) => void {
  let letters = 0;
  return (more) => {
    letters += more;
    if (letters > limits.allLetters) tooMuch();
  };
}

/** Collects the rows of a file over all its tables, and ends where there are more than anybody reads. Empty rows are left out. */
export function rowsWithin(): (number: number, cells: readonly string[]) => TableRow[] {
  let [rows, total] = [0, 0];
  const count = lettersWithin();
  return (number, cells) => {
    const end = cells.findLastIndex((cell) => cell !== "") + 1;
    if (end === 0) return [];
    rows += 1;
    total += end;
    if (rows > limits.rows || end > limits.columns || total > limits.cells) tooMuch();
    count(cells.reduce((sum, cell) => sum + cell.length, 0));
    return [{ number, cells: cells.slice(0, end) }];
  };
}
