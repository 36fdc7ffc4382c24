import {
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from "docx";

import type { Column } from "@/lib/reports/documents/model";
import { twips } from "@/lib/reports/render/page";
import type { StyleId } from "@/lib/reports/render/styles";
import { gap, line, linesOf } from "@/lib/reports/render/text";

const styles = {
  left: "TableText",
  center: "TableCentre",
  right: "TableRight",
} as const satisfies Record<NonNullable<Column["align"]>, StyleId>;

const cellOf = (text: string, width: number, style: StyleId): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: style === "TableHead" ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: linesOf(text).map((each) => line(each, style)),
  });

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
    style: "TableGrid",
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, index) => cellOf(title, widths[index] ?? 0, "TableHead")),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ align = "left" }, index) =>
              cellOf(row[index] ?? "", widths[index] ?? 0, styles[align]),
            ),
          }),
      ),
    ],
  });
  return [grid, gap()];
}
