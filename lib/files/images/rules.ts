import type { ImageSize } from "@/lib/files/images/types";

const sizeInPng = (view: DataView): ImageSize => ({ width: view.getUint32(16), height: view.getUint32(20) });

/** Frames that say how large a JPEG is; tables of their numbers stand between them. */
const saysSize = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function sizeInJpeg(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (saysSize(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

const pngHeader = 24;

/** How large a picture is, in its own pixels, by its bytes; null where they do not say. */
export function imageSize(bytes: Uint8Array, mediaType: string): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === "image/jpeg") return sizeInJpeg(view);
  if (mediaType !== "image/png" || bytes.byteLength < pngHeader) return null;
  return sizeInPng(view);
}
