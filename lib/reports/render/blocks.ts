import { AlignmentType, LeaderType, Paragraph, Tab, TabStopType, TextRun, type Table } from "docx";

import type { Block } from "@/lib/reports/documents/model";
import { gridOf } from "@/lib/reports/render/grid";
import { twips } from "@/lib/reports/render/page";
import { line, sizes, spacing } from "@/lib/reports/render/text";

const firstLine = twips(12.7);
const around = { before: 0, after: spacing(6) };
const justified = { alignment: AlignmentType.JUSTIFIED, spacing: around };

/** A dotted line to be written on by hand. */
const writingLine = (width: number): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: spacing(4) },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.DOT }],
    children: [new TextRun({ children: [new Tab()], size: sizes.body * 2 })],
  });

/** Words that announce what follows stay with it, and the last words with the signatures: these never stand alone. */
const opens = (text: string): boolean => text.endsWith(":") || text.endsWith("./.");

/** A part of the body. A heading stays with what it heads. */
export function blockOf(block: Block, width: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        line(
          block.text,
          { bold: true },
          { ...justified, indent: { firstLine }, keepNext: true, spacing: { ...around, before: spacing(6) } },
        ),
      ];
    case "subheading":
      return [line(block.text, { bold: true }, { ...justified, indent: { firstLine }, keepNext: true })];
    case "paragraph":
      return [line(block.text, {}, { ...justified, indent: { firstLine }, keepNext: opens(block.text) })];
    case "item":
      return [line(`- ${block.text}`, {}, { ...justified, indent: { firstLine } })];
    case "table":
      return gridOf(block.columns, block.rows, width);
    case "writing-lines":
      return Array.from({ length: block.count }, () => writingLine(width));
  }
}
