/** A row as people see it: its number in the file from 1 (for Excel: the row number that Excel shows), and its cells in order of columns; what is merged is repeated in each of its cells. Text outside tables (Word) is a row of a single cell. */
export type TableRow = { number: number; cells: readonly string[] };
/** One sheet, or the whole of a Word or CSV file. */
export type Table = { name: string; rows: readonly TableRow[] };
