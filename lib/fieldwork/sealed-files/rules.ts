import type { Header, ImportCounts, ImportLine, Parts } from "@/lib/fieldwork/sealed-files/types";
import { lineResults } from "@/lib/fieldwork/sealed-files/types";

const mebibyte = 1024 * 1024;
/** A device begins another file past this; the last item may go beyond it by one photograph. */
export const fullFile = 24 * mebibyte;
export const largestFile = 40 * mebibyte;
const longestHeader = 2048;
const longestManifest = 8 * mebibyte;
/** An RSA-3072 block. */
const wrappedLength = 384;
const lengthField = 4;
const tagLength = 16;
const newline = 0x0a;

const encoder = new TextEncoder();
const rsa = { name: "RSA-OAEP", hash: "SHA-256" };

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** The manifest, its length before it, then the photographs in the order of their items. */
export function contentOf(manifest: object, photographs: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const text = encoder.encode(JSON.stringify(manifest));
  const length = new Uint8Array(lengthField);
  new DataView(length.buffer).setUint32(0, text.length);
  return joined([length, text, ...photographs]);
}

export type Content = { manifest: unknown; photographs: Uint8Array<ArrayBuffer> };

/** The same the other way; null where it is not written so. */
export function readContent(bytes: Uint8Array<ArrayBuffer>): Content | null {
  if (bytes.length < lengthField) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const end = lengthField + length;
  if (length > longestManifest || end > bytes.length) return null;
  const manifest = parsed(bytes.subarray(lengthField, end));
  return manifest === undefined ? null : { manifest, photographs: bytes.subarray(end) };
}

/** What JSON says, where it is JSON in UTF-8. */
export function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** What the seal also covers, although it stands in clear. */
const covered = ({ header, wrapped }: Pick<Parts, "header" | "wrapped">) => ({
  name: "AES-GCM",
  // A key seals one file and no other: a counter from zero repeats nothing.
  iv: new Uint8Array(12),
  additionalData: joined([header, wrapped]),
});

/**
 * One file: the header in clear on a line of its own, the file's key wrapped for the site, and the content under that key with
 * AES-256-GCM, which covers what stands before it too.
 */
export async function sealed(
  header: Header,
  publicKey: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { subtle } = crypto;
  const spki = Uint8Array.from(atob(publicKey), (sign) => sign.charCodeAt(0));
  const site = await subtle.importKey("spki", spki, rsa, false, ["wrapKey"]);
  const key = await subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
  const line = encoder.encode(`${JSON.stringify(header)}\n`);
  const wrapped = new Uint8Array(await subtle.wrapKey("raw", key, site, rsa));
  const under = covered({ header: line, wrapped });
  return joined([line, wrapped, new Uint8Array(await subtle.encrypt(under, key, content))]);
}

/** A file taken apart; null where it cannot be one of ours. */
export function partsOf(file: Uint8Array<ArrayBuffer>): Parts | null {
  const end = file.subarray(0, longestHeader).indexOf(newline) + 1;
  if (end === 0 || file.length < end + wrappedLength + tagLength) return null;
  return {
    header: file.subarray(0, end),
    wrapped: file.subarray(end, end + wrappedLength),
    sealed: file.subarray(end + wrappedLength),
  };
}

/** What a file holds; null where a byte of it is not what the device wrote, or the key is another's. */
export async function opened(
  parts: Parts,
  privateKey: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { subtle } = crypto;
  try {
    const site = await subtle.importKey("pkcs8", privateKey, rsa, false, ["unwrapKey"]);
    const key = await subtle.unwrapKey("raw", parts.wrapped, site, rsa, "AES-GCM", false, ["decrypt"]);
    return new Uint8Array(await subtle.decrypt(covered(parts), key, parts.sealed));
  } catch {
    return null;
  }
}

async function hmacOf(secret: Uint8Array<ArrayBuffer>, text: string): Promise<string> {
  const { subtle } = crypto;
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await subtle.importKey("raw", secret, hmac, false, ["sign"]);
  const code = new Uint8Array(await subtle.sign(hmac, key, encoder.encode(text)));
  return Array.from(code, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What an account's devices say in their files, and nobody else's can: HMAC-SHA-256 of the account. */
export const proofFor = (secret: Uint8Array<ArrayBuffer>, accountId: string): Promise<string> =>
  hmacOf(secret, accountId);

/** The key under which phones of one visit's team hand over what they recorded: 32 bytes in hex. */
export const handKeyFor = (secret: Uint8Array<ArrayBuffer>, visitId: string): Promise<string> =>
  hmacOf(secret, `hand-over ${visitId}`);

export const countsOf = (lines: readonly Pick<ImportLine, "result">[]): ImportCounts =>
  Object.fromEntries(
    lineResults.map((result) => [result, lines.filter((line) => line.result === result).length]),
  ) as ImportCounts;

/** Received now or before: its receipt is the same. */
const arrived = ({ result }: Pick<ImportLine, "result">): boolean =>
  result === "received" || result === "there";

/** Did a second import of a file come to what the first came to? Then nothing new is to be written down. */
export const saysTheSame = (earlier: readonly ImportLine[], later: readonly ImportLine[]): boolean =>
  earlier.length === later.length &&
  later.every((line, index) => {
    const before = earlier[index];
    return (
      before?.itemId === line.itemId &&
      before.receiptNo === line.receiptNo &&
      (before.result === line.result || (arrived(before) && arrived(line)))
    );
  });

/** `isWhole`: of minutes with their text, which say themselves what clause groups and rechecks say. */
export type Place = { visitId: string; subject: string; isWhole: boolean };

/**
 * Must this item wait, as it would on the device? Nothing overtakes what was not received of the same subject, and minutes without
 * their text follow everything of their visit. With it they are what people signed, and wait for nothing.
 */
export const isHeld = ({ visitId, subject, isWhole }: Place, missing: readonly Place[]): boolean =>
  missing.some(
    (each) => each.visitId === visitId && (subject === "minutes" ? !isWhole : each.subject === subject),
  );

/** What is stored of an import: written by one command, in one shape, and never changed. */
export const linesIn = (stored: unknown): ImportLine[] => stored as ImportLine[];
export const countsIn = (stored: unknown): ImportCounts => stored as ImportCounts;
