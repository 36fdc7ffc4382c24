import { rowsWithin } from "@/lib/files/tables/cells/rules";
import { stylesListener, textsListener, workbookListener } from "@/lib/files/tables/excel/rules";
import { sheetListener } from "@/lib/files/tables/excel/sheets/rules";
import type { Shared } from "@/lib/files/tables/excel/types";
import type { Package } from "@/lib/files/tables/parts/bytes";
import type { Table } from "@/lib/files/tables/types";
import type { Listener } from "@/lib/files/tables/xml/types";

/** The sheets of a workbook in their order, without the hidden ones and without those that are a chart. */
export async function sheetsOf({ main, hear, relationsOf }: Package): Promise<Table[]> {
  const found = async <T>(part: string | undefined, listener: Listener & { found: () => T }): Promise<T> => {
    if (part !== undefined) await hear(part, listener);
    return listener.found();
  };
  const relations = await relationsOf(main);
  const beside = (kind: string): string | undefined =>
    relations.find(({ type }) => type.endsWith(`/${kind}`))?.target;
  const { sheets, from1904 } = await found(main, workbookListener());
  const texts = await found(beside("sharedStrings"), textsListener());
  const shared: Shared = { texts, styles: await found(beside("styles"), stylesListener()), from1904 };
  const rowOf = rowsWithin();
  const tables: Table[] = [];
  for (const { name, relation } of sheets) {
    const part = relations.find(({ id, type }) => id === relation && type.endsWith("/worksheet"));
    if (part) tables.push({ name, rows: await found(part.target, sheetListener(shared, rowOf)) });
  }
  return tables;
}
