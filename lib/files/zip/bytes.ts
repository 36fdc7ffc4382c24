import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

import type { Entry } from "@/lib/files/zip/types";

const inflated = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw);

const localSignature = 0x04034b50;
const localSize = 30;
const stored = 0;
const deflated = 8;

/** Where an entry's own bytes begin, by the header that stands before them. */
function startOf(bytes: Uint8Array, { offset }: Entry): number | null {
  if (offset + localSize > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== localSignature) return null;
  return offset + localSize + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

/** What an entry holds; null where it is not what the directory says of it. No more is unpacked than that. */
export async function contentOf(bytes: Uint8Array, entry: Entry): Promise<Uint8Array | null> {
  const start = startOf(bytes, entry);
  if (start === null || start + entry.packed > bytes.length) return null;
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === stored) return entry.packed === entry.unpacked ? packed : null;
  if (entry.method !== deflated) return null;
  const content = await inflated(packed, { maxOutputLength: Math.max(1, entry.unpacked) }).catch(() => null);
  return content?.length === entry.unpacked ? content : null;
}
