import type { Entry, Harm } from "@/lib/files/zip/types";

export const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

export const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Word and Excel files are archives: what they hold is for lib/files/bytes.ts to say. */
export const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

const mebibyte = 1024 * 1024;
const limits = { entries: 2000, entry: 50 * mebibyte, unpacked: 200 * mebibyte, ratio: 100 };

const climbs = (name: string): boolean =>
  name === "" || name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..");
const runs = (name: string): boolean => /vbaProject|\.(?:zip|docm|xlsm|exe|dll|js|vbs)$/i.test(name);

const isTooMuch = (entries: readonly Entry[]): boolean => {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  return (
    entries.length > limits.entries ||
    unpacked > Math.min(limits.unpacked, Math.max(packed, 1) * limits.ratio) ||
    entries.some((entry) => entry.unpacked > limits.entry)
  );
};

const isDamaged = (entries: readonly Entry[]): boolean =>
  new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length ||
  entries.some(({ name, encrypted }) => encrypted || climbs(name));

/** What is wrong with an archive by its directory; null where nothing is. */
export function harmIn(entries: readonly Entry[]): Harm | null {
  if (entries.some(({ name }) => runs(name))) return "program";
  if (isTooMuch(entries)) return "too-much";
  return isDamaged(entries) ? "damaged" : null;
}

/** No program, no archive within, nothing hidden, nothing twice, and no more than a reader can unpack. */
export const isHarmless = (entries: readonly Entry[]): boolean => harmIn(entries) === null;

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
