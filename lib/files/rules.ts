import type { MediaType } from "@/lib/files/types";

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** What the bytes are, whatever name and type they came with; null for everything we do not keep. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (latin(bytes, 0, 4) === "RIFF" && latin(bytes, 8, 12) === "WEBP") return "image/webp";
  if (latin(bytes, 0, 5) === "%PDF-") return "application/pdf";
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? officeTypeOf(bytes) : null;
}

type Entry = { name: string; packed: number; unpacked: number; encrypted: boolean };

const limits = { entries: 2000, unpacked: 200 * 1024 * 1024, ratio: 100 };

/** Word or Excel without macros, by the list of its parts; the parts themselves are never unpacked. */
function officeTypeOf(bytes: Uint8Array): MediaType | null {
  const entries = entriesOf(bytes);
  if (!entries || !isHarmless(entries)) return null;
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has("[Content_Types].xml")) return null;
  if (names.has("word/document.xml"))
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return names.has("xl/workbook.xml")
    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    : null;
}

function isHarmless(entries: readonly Entry[]): boolean {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const badName = (name: string): boolean =>
    name.startsWith("/") || name.includes("..") || name.includes("\\");
  const macro = (name: string): boolean => /vbaProject|\.(zip|docm|xlsm|exe|dll|js|vbs)$/i.test(name);
  return (
    entries.length <= limits.entries &&
    unpacked <= limits.unpacked &&
    unpacked <= Math.max(packed, 1) * limits.ratio &&
    entries.every((entry) => !entry.encrypted && !badName(entry.name) && !macro(entry.name))
  );
}

const endSignature = [0x50, 0x4b, 0x05, 0x06];
const entrySignature = [0x50, 0x4b, 0x01, 0x02];
const endSize = 22;

/** The central directory of a zip; null where it has none, or says things that cannot be. */
function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  while (entries.length < count && entries.length <= limits.entries) {
    if (at + 46 > bytes.length || !startsWith(bytes, entrySignature, at)) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      name: latin(bytes, at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(bytes: Uint8Array): number | null {
  const furthest = Math.max(0, bytes.length - endSize - 65_535);
  for (let at = bytes.length - endSize; at >= furthest; at -= 1)
    if (startsWith(bytes, endSignature, at)) return at;
  return null;
}

/** How a browser is told the name of a file (RFC 6266): plain letters for the old, the real name for the others. */
export function contentDisposition(fileName: string, inline: boolean): string {
  const plain =
    fileName
      .normalize("NFD")
      .replace(/[^\x20-\x7e]/g, "")
      .replace(/["\\]/g, "") || "file";
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inline ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

export const showsInline = (mediaType: string): boolean =>
  mediaType.startsWith("image/") || mediaType === "application/pdf";
