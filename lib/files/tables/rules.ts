import { cellText } from "@/lib/files/tables/cells/rules";
import { recordsOf, separation } from "@/lib/files/tables/separated/rules";
import type { Table, TableRow } from "@/lib/files/tables/types";

/** The rows of a text that was pasted or typed: whoever takes it bounds its length. */
function rowsOf(written: string): TableRow[] {
  const { text, separator } = separation(written);
  return [...recordsOf(text, separator)].flatMap(({ fields }, index) => {
    const cells = fields.map(cellText);
    const end = cells.findLastIndex((cell) => cell !== "") + 1;
    return end === 0 ? [] : [{ number: index + 1, cells: cells.slice(0, end) }];
  });
}

/**
 * Separated values (commas, semicolons or tabs, whichever fits; quoted fields; a line "sep=" first), and what was copied out of Excel
 * or Word. No table where nothing is written.
 */
export function tablesOfText(text: string, name: string): Table[] {
  const rows = rowsOf(text);
  return rows.length === 0 ? [] : [{ name, rows }];
}
