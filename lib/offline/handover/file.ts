import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { contentOf, parsed, readContent } from "@/lib/fieldwork/sealed-files/rules";
import { isRecord, saidIn, Unsound, type Fields, type Said } from "@/lib/offline/handover/said";
import type { Fault, Handed, ToldPhoto } from "@/lib/offline/handover/types";
import { hexOf } from "@/lib/offline/picture";

const mebibyte = 1024 * 1024;
/** What a phone reads at all: it is in memory twice while it is opened. */
export const largestFile = 50 * mebibyte;
/** How much of photographs goes into a file; the rest is for words and the seal. */
export const mostPictures = 46 * mebibyte;

const kind = "nenep-handover";
const edition = 1;
const longestHeader = 512;
const ivLength = 12;
const newline = 0x0a;
const aes = "AES-GCM";

/** A picture with its bytes; none where the server has it already. */
export type Picture = { photo: ToldPhoto; bytes: Uint8Array<ArrayBuffer> };

/** What seals the files of a visit: its team's key, and which key of the site that one was made from. */
export type Seal = { visitId: string; keyId: string; key: string };

/** The seal that came with the pack; null where an older site made it. */
export const sealOf = ({ id, handKey }: PackedVisit, keyId: string | undefined): Seal | null =>
  handKey && keyId ? { visitId: id, keyId, key: handKey } : null;

const aesKey = (hex: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    "raw",
    Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)),
    aes,
    false,
    ["encrypt", "decrypt"],
  );

/**
 * One file: in clear on a line of its own which visit and which key it is of, then under the key of the visit's team, with
 * AES-256-GCM that covers the line too, what the phone says and the pictures in their order.
 */
export async function written(
  { visitId, keyId, key }: Seal,
  handed: Omit<Handed, "photos">,
  pictures: readonly Picture[],
): Promise<Blob> {
  const line = new TextEncoder().encode(`${JSON.stringify({ kind, edition, keyId, visitId })}\n`);
  const photos = pictures.map(({ photo, bytes }) => ({ ...photo, size: bytes.length }));
  const content = contentOf(
    { ...handed, photos },
    pictures.map(({ bytes }) => bytes),
  );
  // One key seals many files: each has a beginning of its own, drawn by chance.
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const sealed = await crypto.subtle.encrypt(
    { name: aes, iv, additionalData: line },
    await aesKey(key),
    content,
  );
  return new Blob([line, iv, sealed]);
}

/** What stands in clear, and where it ends; null where the file is none of these. */
async function headOf(file: Blob): Promise<{ header: Fields; end: number } | null> {
  const bytes = new Uint8Array(await file.slice(0, longestHeader).arrayBuffer());
  const end = bytes.indexOf(newline) + 1;
  const header = end > 0 ? parsed(bytes.subarray(0, end)) : undefined;
  return isRecord(header) && header["kind"] === kind ? { header, end } : null;
}

function faultIn(header: Fields, { visitId, keyId }: Seal): Fault | null {
  if (header["edition"] !== edition) return "edition";
  if (header["visitId"] !== visitId) return "another";
  return header["keyId"] === keyId ? null : "key";
}

type Opened = { handed: Handed; pictures: readonly Picture[] };

/** What a file of this visit holds, or why it cannot be taken in. Nothing is read of one that is too large. */
export async function read(file: Blob, visit: PackedVisit, seal: Seal): Promise<Opened | Fault> {
  if (file.size > largestFile) return "tooLarge";
  try {
    const head = await headOf(file);
    if (!head) return "foreign";
    return faultIn(head.header, seal) ?? (await opened(file, head.end, visit, seal)) ?? "altered";
  } catch (error) {
    return error instanceof Unsound ? "unsound" : "altered";
  }
}

async function opened(file: Blob, end: number, visit: PackedVisit, { key }: Seal): Promise<Opened | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [line, iv, sealed] = [
    bytes.subarray(0, end),
    bytes.subarray(end, end + ivLength),
    bytes.subarray(end + ivLength),
  ];
  const under = { name: aes, iv, additionalData: line };
  const content = readContent(new Uint8Array(await crypto.subtle.decrypt(under, await aesKey(key), sealed)));
  return content && pictured(saidIn(content.manifest, visit), content.photographs);
}

/** What is said, each picture with its bytes; null where one is not the picture that is named. */
async function pictured(
  { photos: sized, ...said }: Said,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Opened | null> {
  const pictures: Picture[] = [];
  let at = 0;
  for (const { size, ...photo } of sized) {
    const own = bytes.slice(at, at + size);
    if (size > 0 && (await hexOf(own.buffer)) !== photo.sha256) return null;
    pictures.push({ photo, bytes: own });
    at += size;
  }
  return at === bytes.length
    ? { handed: { ...said, photos: pictures.map(({ photo }) => photo) }, pictures }
    : null;
}
