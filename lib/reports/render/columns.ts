import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from "docx";

import { twips } from "@/lib/reports/render/page";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const noBorders = { top: none, bottom: none, left: none, right: none };
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

/** Things that stand beside each other: a table without lines or padding. Widths in millimetres. */
export function columns(cells: readonly { width: number; children: readonly Paragraph[] }[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(cells.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: cells.map(({ width }) => twips(width)),
    margins: noMargins,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          ({ width, children }) =>
            new TableCell({
              width: { size: twips(width), type: WidthType.DXA },
              margins: noMargins,
              borders: noBorders,
              verticalAlign: VerticalAlignTable.TOP,
              children: [...children],
            }),
        ),
      }),
    ],
  });
}
