import { expect, it } from "vitest";

import { imageSize } from "@/lib/files/images/rules";
import { noticePicture } from "@/prisma/seed/picture";

/** The parts of a JPEG that stand before its pixels: a comment, then the frame. */
const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xfe, 0x00, 0x04, 0x61, 0x62],
  ...[0xff, 0xc4, 0x00, 0x03, 0x00],
  ...[0xff, 0xc2, 0x00, 0x0b, 0x08, 0x01, 0x90, 0x02, 0x58, 0x01, 0x01, 0x11, 0x00],
]);

it("is told by the bytes of a JPEG and of a PNG", () => {
  expect(imageSize(jpeg, "image/jpeg")).toEqual({ width: 600, height: 400 });
  expect(imageSize(new Uint8Array(noticePicture()), "image/png")).toMatchObject({
    width: expect.any(Number) as number,
  });
});

it.each([
  ["a JPEG that breaks off", jpeg.subarray(0, 12), "image/jpeg"],
  ["a PNG that breaks off", new Uint8Array(noticePicture()).subarray(0, 20), "image/png"],
  ["another kind", jpeg, "image/webp"],
  ["nothing", new Uint8Array(), "image/jpeg"],
])("is unknown of %s", (_name, bytes, type) => expect(imageSize(bytes, type)).toBeNull());
