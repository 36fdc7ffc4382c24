import type { Page } from "@playwright/test";

/** A JPEG of two halves, red on the left and blue on the right, as weak as a browser writes it. */
export async function jpegOf(page: Page, width: number, height: number, quality = 0.3): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([across, down, weak]) => {
      const canvas = new OffscreenCanvas(across, down);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      for (let x = 0; x < across; x += 4)
        for (let y = 0; y < down; y += 4) {
          const shade = 180 + ((x * 7 + y * 13) % 75);
          context.fillStyle = x < across / 2 ? `rgb(${shade} 0 0)` : `rgb(0 0 ${shade})`;
          context.fillRect(x, y, 4, 4);
        }
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: weak });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    },
    [width, height, quality] as const,
  );
  return Buffer.from(base64, "base64");
}

type Entry = { tag: number; type: number; count: number; value: Buffer };

const short = (tag: number, value: number): Entry => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE(value);
  return { tag, type: 3, count: 1, value: bytes };
};
const text = (tag: number, words: string, type = 2): Entry => ({
  ...{ tag, type, count: words.length + 1, value: Buffer.from(`${words}\0`, "latin1") },
});
const rationals = (tag: number, ...values: number[]): Entry => {
  const value = Buffer.alloc(values.length * 8);
  for (const [index, each] of values.entries()) {
    value.writeUInt32LE(each, index * 8);
    value.writeUInt32LE(1, index * 8 + 4);
  }
  return { tag, type: 5, count: values.length, value };
};

/** A directory of a TIFF at that place, its longer values behind it. */
function directory(at: number, entries: readonly Entry[]): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  const behind: Buffer[] = [];
  let free = at + head.length;
  head.writeUInt16LE(entries.length);
  for (const [index, { tag, type, count, value }] of entries.entries()) {
    const place = 2 + index * 12;
    head.writeUInt16LE(tag, place);
    head.writeUInt16LE(type, place + 2);
    head.writeUInt32LE(count, place + 4);
    if (value.length <= 4) value.copy(head, place + 8);
    else {
      head.writeUInt32LE(free, place + 8);
      behind.push(value);
      free += value.length;
    }
  }
  return Buffer.concat([head, ...behind]);
}

const pointer = (tag: number, to: number): Entry => {
  const value = Buffer.alloc(4);
  value.writeUInt32LE(to);
  return { tag, type: 4, count: 1, value };
};

function exif(orientation: number): Buffer {
  const camera = [text(0x927c, "MakerNote of this very telephone", 7)];
  const place = [text(1, "N"), rationals(2, 15, 7, 13), text(3, "E"), rationals(4, 108, 47, 32)];
  const own = (cameraAt: number, placeAt: number) => [
    ...[text(0x010f, "Samsung"), short(0x0112, orientation)],
    ...[pointer(0x8769, cameraAt), pointer(0x8825, placeAt)],
  ];
  const cameraAt = 8 + directory(8, own(0, 0)).length;
  const placeAt = cameraAt + directory(cameraAt, camera).length;
  const head = Buffer.from("49492a0008000000", "hex");
  return Buffer.concat([
    head,
    ...[directory(8, own(cameraAt, placeAt)), directory(cameraAt, camera), directory(placeAt, place)],
  ]);
}

const segment = (content: Buffer): Buffer => {
  const head = Buffer.from("ffe10000", "hex");
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** The same picture as a telephone writes it: lying on its side, with where it was taken and by which. */
export const asTaken = (jpeg: Buffer, orientation = 6): Buffer =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    segment(Buffer.concat([Buffer.from("Exif\0\0", "latin1"), exif(orientation)])),
    segment(Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="15,7.2N"/>', "latin1")),
    jpeg.subarray(2),
  ]);

/** What is found in a file of what a telephone writes beside the picture: nothing may be. */
export const writtenBeside = (file: Buffer): string[] =>
  ["Exif", "Samsung", "MakerNote", "GPS", "ns.adobe.com", "xmpmeta"].filter((word) =>
    file.includes(word, 0, "latin1"),
  );

/** Width, height and the colour at the top and at the bottom of a picture, as a browser shows it. */
export const seenIn = (page: Page, file: Buffer) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(picture, 0, 0);
    const colourAt = (y: number): string => {
      const [red = 0, , blue = 0] = context.getImageData(picture.width / 2, y, 1, 1).data;
      return red > blue ? "red" : "blue";
    };
    return [picture.width, picture.height, colourAt(10), colourAt(picture.height - 10)];
  }, file.toString("base64"));
