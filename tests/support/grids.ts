import type { Table } from "@/lib/files/tables/types";

/** The cells of a table, row by row. */
export type Grid = readonly (readonly string[])[];

/** A sheet with these cells, its rows counted from 1. */
export const sheet = (grid: Grid, name = "Danh mục"): Table => ({
  name,
  rows: grid.map((cells, index) => ({ number: index + 1, cells })),
});
