import { fileNameOf, mediaTypeOf, packageTypeOf } from "@/lib/files/rules";
import { taken, type MediaType, type Taken } from "@/lib/files/types";
import { contentOf } from "@/lib/files/zip/bytes";
import { entriesOf, isArchive, isHarmless } from "@/lib/files/zip/rules";
import type { Beside } from "@/lib/journal/commands";
import { faultOfFile, isChosen } from "@/lib/kernel/file-size";
import { problem, type Problem } from "@/lib/kernel/problem";

const longestList = 1024 * 1024;

/** UTF-8, or UTF-16 where it says so: the two that a package may be written in. */
const textOf = (content: Uint8Array): string =>
  new TextDecoder(content[0] === 0xff && content[1] === 0xfe ? "utf-16le" : "utf-8").decode(content);

/**
 * Word or Excel without macros, by what a reader of such files reads. Each part is unpacked once, one after the other and away from
 * the thread that answers, so that a directory that says less than there is finds no reader.
 */
export async function officeTypeOf(bytes: Uint8Array): Promise<MediaType | null> {
  const entries = isArchive(bytes) ? entriesOf(bytes) : null;
  if (!entries || !isHarmless(entries)) return null;
  const lists = new Map<string, string>();
  for (const entry of entries) {
    const content = await contentOf(bytes, entry);
    if (!content) return null;
    const name = entry.name.toLowerCase();
    if (name !== "[content_types].xml" && name !== "_rels/.rels") continue;
    if (content.length > longestList) return null;
    lists.set(name, textOf(content));
  }
  const [types, relations] = [lists.get("[content_types].xml"), lists.get("_rels/.rels")];
  if (types === undefined || relations === undefined) return null;
  return packageTypeOf(
    types,
    relations,
    entries.map(({ name }) => name),
  );
}

/** What a file is, by its bytes; null where no field takes it. */
export const typeOf = async (bytes: Uint8Array): Promise<MediaType | null> =>
  mediaTypeOf(bytes) ?? (await officeTypeOf(bytes));

export const isTakenAs = (type: MediaType | null, what: Taken): type is MediaType =>
  type !== null && (taken[what] as readonly MediaType[]).includes(type);

export const wrongType = (file: File, field: string, what: Taken): Problem =>
  problem("file-type", field, { name: fileNameOf(file.name, "file"), what });

/** Says of the files in a field, whatever else is wrong with their form, which is the first of a kind that the field does not take. */
export const filesBeside =
  (field: string, what: Taken): Beside =>
  async (_viewer, posted) => {
    for (const file of [posted[field]].flat()) {
      if (!(file instanceof File) || !isChosen(file) || faultOfFile(file)) continue;
      if (!isTakenAs(await typeOf(new Uint8Array(await file.arrayBuffer())), what))
        return [wrongType(file, field, what)];
    }
    return [];
  };
