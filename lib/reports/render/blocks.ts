import { LeaderType, Paragraph, Tab, TabStopType, TextRun, type Table } from "docx";

import type { Block } from "@/lib/reports/documents/model";
import { gridOf } from "@/lib/reports/render/grid";
import { twips } from "@/lib/reports/render/page";
import { pictureRows } from "@/lib/reports/render/pictures";
import type { StyleId } from "@/lib/reports/render/styles";
import { line, linesOf } from "@/lib/reports/render/text";

/** A dotted line to be written on by hand. */
const writingLine = (width: number, kept: boolean): Paragraph =>
  new Paragraph({
    style: "WritingLine",
    keepNext: kept,
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.DOT }],
    children: [new TextRun({ children: [new Tab()] })],
  });

/** Words that announce what follows stay with it, and the last words with the signatures: these never stand alone. */
const opens = (text: string): boolean => text.endsWith(":") || text.endsWith("./.");

/** Each line of a text a paragraph; from the second on in a style of its own where there is one. */
const paragraphs = (text: string, kept: boolean, style: StyleId, further: StyleId = style): Paragraph[] =>
  linesOf(text).map((each, index) =>
    line(each, index === 0 ? style : further, kept || opens(each) ? { keepNext: true } : {}),
  );

/** Lines that no end of a page comes between. */
const whole = (text: string, style: StyleId): Paragraph[] => {
  const lines = linesOf(text);
  return lines.map((each, index) => line(each, style, index < lines.length - 1 ? { keepNext: true } : {}));
};

/** A part of the body. A heading stays with what it heads; what is kept stays with what comes next. */
export function blockOf(block: Block, width: number, kept = false): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [line(block.text, "Heading1")];
    case "subheading":
      return [line(block.text, "Heading2")];
    case "paragraph":
      return paragraphs(block.text, kept, "Normal");
    case "item":
      return paragraphs(block.text, kept, "ListBullet", "ListContinue");
    case "note":
      return whole(block.text, "Note");
    case "table":
      return gridOf(block.columns, block.rows, width);
    case "pictures":
      return pictureRows(block.pictures, width);
    case "writing-lines":
      return Array.from({ length: block.count }, () => writingLine(width, kept));
  }
}

/** In letters. */
const mostKept = 1500;
const letters = { ofLine: 80, ofWhatBreaks: Infinity };

const lengthOf = (block: Block): number => {
  if ("text" in block) return block.text.length;
  return block.kind === "writing-lines" ? block.count * letters.ofLine : letters.ofWhatBreaks;
};

/** From which block on a body stays with the signatures: its last section where that is short, else its last words alone. */
export function keptFrom(body: readonly Block[]): number {
  const last = body.findLastIndex(({ kind }) => kind === "heading");
  const length = body.slice(last).reduce((sum, block) => sum + lengthOf(block), 0);
  return last >= 0 && length <= mostKept ? last : body.length;
}
