import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";

import type { Column } from "@/lib/reports/documents/model";
import { twips } from "@/lib/reports/render/page";
import { run, sizes, spacing } from "@/lib/reports/render/text";

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const padding = { top: twips(0.5), bottom: twips(0.5), left: twips(1.2), right: twips(1.2) };

function cellOf(text: string, width: number, align: keyof typeof alignments, bold: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: padding,
    verticalAlign: bold ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: text
      .split("\n")
      .map(
        (part) =>
          new Paragraph({ alignment: alignments[align], children: [run(part, { size: sizes.table, bold })] }),
      ),
  });
}

/** Whole twips that add up to the width of the text. */
function widthsOf(columns: readonly Column[], width: number): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const ends = columns.map((_, index) =>
    Math.round(
      (twips(width) * columns.slice(0, index + 1).reduce((sum, { share }) => sum + share, 0)) / shares,
    ),
  );
  return ends.map((end, index) => end - (ends[index - 1] ?? 0));
}

/** A table with lines. No row is torn by the end of a page; its head comes again on each. */
export function gridOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): (Paragraph | Table)[] {
  const widths = widthsOf(columns, width);
  const grid = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, index) => cellOf(title, widths[index] ?? 0, "center", true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ align = "left" }, index) =>
              cellOf(row[index] ?? "", widths[index] ?? 0, align, false),
            ),
          }),
      ),
    ],
  });
  return [grid, new Paragraph({ spacing: { before: 0, after: 0, line: spacing(6), lineRule: "exact" } })];
}
