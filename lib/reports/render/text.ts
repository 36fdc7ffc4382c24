import { AlignmentType, BorderStyle, NoBreakHyphen, Paragraph, TextRun, type IParagraphOptions } from "docx";

import { twips } from "@/lib/reports/render/page";

export const font = "Times New Roman";

/** Sizes in points. */
export const sizes = { motherland: 12, motto: 13, agency: 12, number: 13, body: 13, title: 14, table: 11 };

export type Look = { size?: number; bold?: boolean; italics?: boolean };

/** The symbols of a document's number, "19/2014/QĐ-TTg": its hyphens do not end a line. */
const symbols = /(?<=\/[\p{L}-]*)-(?=\p{L})/u;

const unbroken = (text: string): (string | NoBreakHyphen)[] =>
  text.split(symbols).flatMap((part, index) => (index === 0 ? [part] : [new NoBreakHyphen(), part]));

/** Word counts half points. */
export const run = (text: string, { size = sizes.body, bold = false, italics = false }: Look = {}): TextRun =>
  new TextRun({ children: unbroken(text.normalize("NFC")), size: size * 2, bold, italics });

/** Points as Word counts them in spacing. */
export const spacing = (points: number): number => points * 20;

export const line = (text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [run(text, look)] });

export const centred = (text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph =>
  line(text, look, { alignment: AlignmentType.CENTER, ...options });

/** A real rule of that length, centred in a column: the border of a paragraph too low to hold anything else. */
export function rule(length: number, column: number, after = 0): Paragraph {
  const side = twips(Math.max(0, (column - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: spacing(after), line: spacing(4), lineRule: "exact" },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: "000000" } },
    keepNext: true,
    children: [new TextRun({ text: "", size: 2 })],
  });
}
