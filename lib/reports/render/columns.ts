import {
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from "docx";

import { twips } from "@/lib/reports/render/page";

export type Cell = { width: number; children: readonly (Paragraph | Table)[] };

const cellOf = ({ width, children }: Cell): TableCell =>
  new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    children: [...children],
  });

/** Rows of things that stand beside each other: a table without lines or padding. Widths in millimetres. */
export const rowsOf = (rows: readonly (readonly Cell[])[]): Table =>
  new Table({
    style: "TableBeside",
    layout: TableLayoutType.FIXED,
    width: {
      size: twips((rows[0] ?? []).reduce((sum, { width }) => sum + width, 0)),
      type: WidthType.DXA,
    },
    columnWidths: (rows[0] ?? []).map(({ width }) => twips(width)),
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cellOf) })),
  });

/** One row of them. */
export const columns = (cells: readonly Cell[]): Table => rowsOf([cells]);
