import { rowsWithin, Unreadable } from "@/lib/files/tables/cells/rules";
import { stylesListener, textsListener, workbookListener } from "@/lib/files/tables/excel/rules";
import { sheetListener } from "@/lib/files/tables/excel/sheets/rules";
import type { Shared } from "@/lib/files/tables/excel/types";
import type { Package } from "@/lib/files/tables/parts/bytes";
import type { Table } from "@/lib/files/tables/types";
import { readXml } from "@/lib/files/tables/xml/bytes";
import type { Listener } from "@/lib/files/tables/xml/types";

/** The sheets of a workbook in their order, without the hidden ones and without those that are a chart. */
export async function sheetsOf({ main, read, relationsOf }: Package): Promise<Table[]> {
  const hear = async <T>(part: string | undefined, listener: Listener & { found: () => T }): Promise<T> => {
    const content = part === undefined ? null : await read(part);
    if (content) await readXml(content, listener);
    else if (part !== undefined) throw new Unreadable("file-damaged");
    return listener.found();
  };
  const relations = await relationsOf(main);
  const beside = (kind: string): string | undefined =>
    relations.find(({ type }) => type.endsWith(`/${kind}`))?.target;
  const { sheets, from1904 } = await hear(main, workbookListener());
  const texts = await hear(beside("sharedStrings"), textsListener());
  const shared: Shared = { texts, styles: await hear(beside("styles"), stylesListener()), from1904 };
  const rowOf = rowsWithin();
  const tables: Table[] = [];
  for (const { name, relation } of sheets) {
    const part = relations.find(({ id, type }) => id === relation && type.endsWith("/worksheet"));
    if (part) tables.push({ name, rows: await hear(part.target, sheetListener(shared, rowOf)) });
  }
  return tables;
}
