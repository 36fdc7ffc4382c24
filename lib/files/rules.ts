import type { MediaType } from "@/lib/files/types";
import { beginning, oneLine } from "@/lib/kernel/text";

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** A reader of PDF looks for its first words among so many bytes. */
const headOfPdf = 1024;

/** Word and Excel files are archives: what they hold is for lib/files/bytes.ts to say. */
export const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** What a picture or a PDF is by its bytes, whatever name and type it came with; null for everything else. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (latin(bytes, 0, 4) === "RIFF" && latin(bytes, 8, 12) === "WEBP") return "image/webp";
  return !isArchive(bytes) && latin(bytes, 0, headOfPdf).includes("%PDF-") ? "application/pdf" : null;
}

/** The entries of an archive as its directory lists them. Backslashes are slashes: old programs write them. */
export type Entry = {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
  encrypted: boolean;
};

const mebibyte = 1024 * 1024;
const limits = { entries: 2000, entry: 50 * mebibyte, unpacked: 200 * mebibyte, ratio: 100 };

const climbs = (name: string): boolean =>
  name === "" || name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..");
const runs = (name: string): boolean => /vbaProject|\.(?:zip|docm|xlsm|exe|dll|js|vbs)$/i.test(name);

/** No program, no archive within, nothing hidden, nothing twice, and no more than a reader can unpack. */
export function isHarmless(entries: readonly Entry[]): boolean {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  return (
    entries.length <= limits.entries &&
    unpacked <= limits.unpacked &&
    unpacked <= Math.max(packed, 1) * limits.ratio &&
    new Set(entries.map(({ name }) => name.toLowerCase())).size === entries.length &&
    entries.every(
      ({ name, encrypted, unpacked: size }) =>
        !encrypted && size <= limits.entry && !climbs(name) && !runs(name),
    )
  );
}

const endSignature = [0x50, 0x4b, 0x05, 0x06];
const entrySignature = [0x50, 0x4b, 0x01, 0x02];
const endSize = 22;
const entrySize = 46;
const farAway = 0xffffffff;

/** The central directory of an archive; null where it has none, or says things that cannot be. */
export function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  while (entries.length < count && entries.length <= limits.entries) {
    if (at + entrySize > bytes.length || !startsWith(bytes, entrySignature, at)) return null;
    const nameEnd = at + entrySize + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) return null;
    const entry = {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      name: latin(bytes, at + entrySize, nameEnd).replaceAll("\\", "/"),
    };
    entries.push({ ...entry, ...largeFields(view, entry, nameEnd, extraEnd) });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Sizes and place of an entry whose writer allowed for more than four gigabytes (ZIP64), even where there are few bytes. */
function largeFields(view: DataView, entry: Entry, from: number, to: number): Partial<Entry> {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    const large: Partial<Entry> = {};
    let place = at + 4;
    for (const field of ["unpacked", "packed", "offset"] as const) {
      if (entry[field] !== farAway || place + 8 > end) continue;
      large[field] = Number(view.getBigUint64(place, true));
      place += 8;
    }
    return large;
  }
  return {};
}

function findEnd(bytes: Uint8Array): number | null {
  const furthest = Math.max(0, bytes.length - endSize - 65_535);
  for (let at = bytes.length - endSize; at >= furthest; at -= 1)
    if (startsWith(bytes, endSignature, at)) return at;
  return null;
}

type MainPart = { type: MediaType; said: string };

const openXml = "application/vnd.openxmlformats-officedocument.";
const mainParts: readonly MainPart[] = (["wordprocessingml.document", "spreadsheetml.sheet"] as const).map(
  (kind) => ({ type: `${openXml}${kind}`, said: `${openXml}${kind}.main+xml` }),
);

/** The elements of that name, each as its attributes. Enough for the two lists of a package, which nest nothing. */
function elements(xml: string, name: string): ReadonlyMap<string, string>[] {
  const found = xml
    .replace(/<!--[^]*?-->/g, "")
    .matchAll(new RegExp(`<(?:[\\w-]+:)?${name}\\s([^>]*)>`, "g"));
  return [...found].map(
    ([, attributes = ""]) =>
      new Map(
        [...attributes.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
          ([, key = "", double, single]) => [key, double ?? single ?? ""] as const,
        ),
      ),
  );
}

const partName = (written: string): string =>
  written
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/, "")
    .toLowerCase();

/**
 * What a package is, as a reader decides it: its relations (_rels/.rels) name the main part, its list of types
 * ([Content_Types].xml) says what that is. Null for everything but a document or a workbook without macros.
 */
export function packageTypeOf(
  contentTypes: string,
  relations: string,
  names: readonly string[],
): MediaType | null {
  if (/<!DOCTYPE/i.test(contentTypes + relations) || /macroEnabled|vbaProject/i.test(contentTypes))
    return null;
  const main = elements(relations, "Relationship").find((each) =>
    /\/relationships\/officeDocument$/.test(each.get("Type") ?? ""),
  );
  const target = partName(main?.get("Target") ?? "");
  if (main?.get("TargetMode") === "External" || !names.some((name) => partName(name) === target)) return null;
  const said =
    elements(contentTypes, "Override").find((each) => partName(each.get("PartName") ?? "") === target) ??
    elements(contentTypes, "Default").find((each) =>
      target.endsWith(`.${(each.get("Extension") ?? "").toLowerCase()}`),
    );
  return mainParts.find((each) => each.said === said?.get("ContentType"))?.type ?? null;
}

const longestName = 200;

/** A file's name as it is kept: its last part, one line, cut between whole letters so that its ending stays. */
export function fileNameOf(written: string, otherwise: string): string {
  const name = oneLine(written).replace(/^.*[/\\]/, "") || otherwise;
  const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? "";
  return name.length <= longestName
    ? name
    : beginning(name.slice(0, name.length - ending.length), longestName - ending.length).trimEnd() + ending;
}

/** How names of files end that are of this type, ours first. */
const endings = {
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
} as const satisfies Record<MediaType, readonly string[]>;

/** The name under which a file is given out: it ends as what the file is, so that nothing opens it as something else. */
export function servedName(fileName: string, mediaType: string): string {
  const right = Object.entries(endings).find(([type]) => type === mediaType)?.[1] ?? [];
  const [ours] = right;
  const ending = /\.([^.\s]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return ours === undefined || right.some((each) => each === ending) ? fileName : `${fileName}.${ours}`;
}

/** The name in plain letters, for old browsers: "Đức" is "Duc"; what has no plain letter falls away. */
function plainName(fileName: string): string {
  const plain = fileName
    .normalize("NFKD")
    .replace(/[đð]/g, "d")
    .replace(/[ĐÐ]/g, "D")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "")
    .trim();
  return /^(?:\.[^.]*)?$/.test(plain) ? `file${plain}` : plain;
}

/** How a browser is told the name of a file (RFC 6266): plain letters for the old, the real name for the others. */
export function contentDisposition(fileName: string, inline: boolean): string {
  const name = oneLine(fileName);
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inline ? "inline" : "attachment"}; filename="${plainName(name)}"; filename*=UTF-8''${encoded}`;
}

export const showsInline = (mediaType: string): boolean =>
  mediaType.startsWith("image/") || mediaType === "application/pdf";
