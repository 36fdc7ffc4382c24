import { NoBreakHyphen, Paragraph, TextRun, type IParagraphOptions } from "docx";

import { unbroken } from "@/lib/kernel/unbroken";
import { twips } from "@/lib/reports/render/page";
import { spacing } from "@/lib/reports/render/sizes";
import type { StyleId } from "@/lib/reports/render/styles";

/** The hyphens of a code, "19/2014/QĐ-TTg", "QT-TCKH-01": they do not end a line, and programs still find the code by them. */
const symbols = /(?<=[\p{Lu}\d])-(?=[\p{Lu}\d])/u;

const hyphened = (text: string): (string | NoBreakHyphen)[] =>
  text.split(symbols).flatMap((part, index) => (index === 0 ? [part] : [new NoBreakHyphen(), part]));

const run = (text: string): TextRun => new TextRun({ children: hyphened(unbroken(text.normalize("NFC"))) });

/** A paragraph of a style: how it looks is the style's to say. */
export const line = (text: string, style: StyleId, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ style, ...options, children: text === "" ? [] : [run(text)] });

/** Ends what may end in no table: a paragraph too low to be seen. */
export const gap = (): Paragraph => line("", "Gap");

/** The lines that somebody typed, without empty ones. */
export const linesOf = (text: string): string[] => {
  const lines = text.split("\n").filter((each) => each.trim() !== "");
  return lines.length === 0 ? [""] : lines;
};

/** A real rule of that length, centred in a column: the border of a paragraph too low to hold anything else. */
export function rule(length: number, column: number, after = 0): Paragraph {
  const side = twips(Math.max(0, (column - length) / 2));
  return new Paragraph({
    style: "Rule",
    indent: { left: side, right: side },
    spacing: { after: spacing(after) },
  });
}
