import { officeTypeOf } from "@/lib/files/bytes";
import { mainPartOf, namesMacros, partName, relationsIn, type Relation } from "@/lib/files/rules";
import { tooMuch, Unreadable } from "@/lib/files/tables/cells/rules";
import type { TableFault } from "@/lib/files/tables/types";
import { readXml, type Heard } from "@/lib/files/tables/xml/bytes";
import type { Listener } from "@/lib/files/tables/xml/types";
import { contentOf } from "@/lib/files/zip/bytes";
import { entriesOf, harmIn } from "@/lib/files/zip/rules";
import type { Entry, Harm } from "@/lib/files/zip/types";

const mebibyte = 1024 * 1024;
/** What is unpacked at most: of a part that is read, of a list that names others, and of all together. */
const most = { part: 20 * mebibyte, list: mebibyte, all: 60 * mebibyte };

const faultOf: Record<Harm, TableFault> = {
  program: "macros-in-file",
  "too-much": "too-much-in-file",
  damaged: "file-damaged",
};

/** A Word or Excel file that was found to be one: its main part, and how its parts are heard. */
export type Package = {
  kind: "word" | "excel";
  main: string;
  hear: (part: string, listener: Listener) => Promise<void>;
  relationsOf: (part: string) => Promise<Relation[]>;
};

/** The parts of an archive that may be unpacked; it ends here for what may not. */
function harmlessEntries(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const entries = entriesOf(bytes);
  if (!entries) throw new Unreadable("file-damaged");
  const harm = harmIn(entries);
  if (harm) throw new Unreadable(faultOf[harm]);
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > most.all) tooMuch();
  return new Map(entries.map((entry) => [partName(entry.name), entry]));
}

/** Where a target leads that a part names: from the root, or from where that part stands. */
function targetOf(part: string, target: string): string {
  const path: string[] = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of target.split("/"))
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  return path.join("/").toLowerCase();
}

/** Why an archive is no Word or Excel file. */
async function faultIn(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, Entry>,
  types: string | null,
): Promise<TableFault> {
  for (const entry of entries.values()) if (!(await contentOf(bytes, entry))) return "file-damaged";
  if (types === null) return "not-a-table-file";
  if (namesMacros(types)) return "macros-in-file";
  return /<!DOCTYPE/i.test(types) ? "file-damaged" : "not-a-table-file";
}

/** Opens a Word or Excel file, by what it holds. */
export async function opened(bytes: Uint8Array): Promise<Package> {
  const entries = harmlessEntries(bytes);
  const read = async (part: string, longest = most.part): Promise<Uint8Array | null> => {
    const entry = entries.get(part);
    if (!entry) return null;
    if (entry.unpacked > longest) tooMuch();
    const content = await contentOf(bytes, entry);
    if (!content) throw new Unreadable("file-damaged");
    return content;
  };
  const heard: Heard & { bytes: number } = { elements: 0, pieces: 0, bytes: 0 };
  const hear = async (part: string, listener: Listener): Promise<void> => {
    const content = await read(part);
    if (!content) throw new Unreadable("file-damaged");
    heard.bytes += content.length;
    if (heard.bytes > most.all) tooMuch();
    await readXml(content, listener, heard);
  };
  const list = async (part: string): Promise<string | null> => {
    const content = await read(part, most.list);
    return content && new TextDecoder(content[0] === 0xff ? "utf-16le" : "utf-8").decode(content);
  };
  const relationsOf = async (part: string): Promise<Relation[]> => {
    const text = (await list(part.replace(/[^/]*$/, "_rels/$&.rels"))) ?? "";
    if (/<!DOCTYPE/i.test(text)) throw new Unreadable("file-damaged");
    return relationsIn(text)
      .filter(({ external }) => !external)
      .map((each) => ({ ...each, target: targetOf(part, each.target) }));
  };
  const type = await officeTypeOf(bytes);
  if (!type) throw new Unreadable(await faultIn(bytes, entries, await list("[content_types].xml")));
  return {
    kind: type.endsWith(".sheet") ? "excel" : "word",
    main: mainPartOf((await list("_rels/.rels")) ?? "") ?? "",
    hear,
    relationsOf,
  };
}
