import { setImmediate } from "node:timers/promises";

import { fileNameOf, mediaTypeOf } from "@/lib/files/rules";
import { cellText, longer, rowsWithin, tooMuch, Unreadable } from "@/lib/files/tables/cells/rules";
import { sheetsOf } from "@/lib/files/tables/excel/bytes";
import { opened, type Package } from "@/lib/files/tables/parts/bytes";
import { recordsOf, separation } from "@/lib/files/tables/separated/rules";
import type { Table, TableFault, TableRow } from "@/lib/files/tables/types";
import { documentListener } from "@/lib/files/tables/word/rules";
import { isArchive, startsWith } from "@/lib/files/zip/rules";

const mostText = 20 * 1024 * 1024;
/** Empty ones among them: as many as Excel has. */
const mostRecords = 1_048_576;
/** So many signs are read before others have their turn. */
const chunk = 256 * 1024;

/** Excel and Word before 2007, and files of today behind a password. */
const isOldOffice = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Signs that no text has, and the beginnings of files that are written in letters and are no table. */
const noText = /[\0-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]/;
const markup = /^\s*(?:<[!?a-z]|\{\\rtf|%PDF-)/i;

/** Text by its own mark, else UTF-8 where it can be that, else what Vietnamese Windows writes; null for what is no text. */
function textOf(bytes: Uint8Array): string | null {
  const wide = startsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : startsWith(bytes, [0xfe, 0xff]) && "utf-16be";
  const text = wide ? decoded(bytes, wide) : (decoded(bytes, "utf-8") ?? decoded(bytes, "windows-1258"));
  return text === null || noText.test(text) || markup.test(text) ? null : text;
}

async function rowsOfText(written: string): Promise<TableRow[]> {
  const { text, separator } = separation(written);
  const rowOf = rowsWithin();
  const rows: TableRow[] = [];
  let [number, paused] = [0, 0];
  for (const { fields, next } of recordsOf(text, separator)) {
    number += 1;
    if (number > mostRecords) tooMuch();
    rows.push(
      ...rowOf(
        number,
        fields.map((field) => cellText(longer("", field))),
      ),
    );
    if (next - paused < chunk) continue;
    paused = next;
    await setImmediate();
  }
  return rows;
}

async function wordRows({ main, hear }: Package): Promise<TableRow[]> {
  const listener = documentListener(rowsWithin());
  await hear(main, listener);
  return listener.found();
}

async function tablesIn(bytes: Uint8Array, name: string): Promise<Table[]> {
  if (isOldOffice(bytes)) throw new Unreadable("old-office-file");
  if (isArchive(bytes)) {
    const file = await opened(bytes);
    return file.kind === "excel" ? sheetsOf(file) : [{ name, rows: await wordRows(file) }];
  }
  if (mediaTypeOf(bytes) !== null || bytes.length === 0) throw new Unreadable("not-a-table-file");
  if (bytes.length > mostText) tooMuch();
  const text = textOf(bytes);
  if (text === null) throw new Unreadable("not-a-table-file");
  return [{ name, rows: await rowsOfText(text) }];
}

/**
 * The tables of an Excel, Word or CSV file, whichever it is by its content: the name only names the table. Others have their turn
 * between its pieces.
 */
export async function tablesOf(
  bytes: Uint8Array,
  fileName: string,
): Promise<{ tables: Table[] } | { fault: TableFault }> {
  try {
    return { tables: await tablesIn(bytes, fileNameOf(fileName, "")) };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault };
    throw error;
  }
}
