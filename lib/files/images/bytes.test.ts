import sharp from "sharp";
import { expect, it } from "vitest";

import { shrunk } from "@/lib/files/images/bytes";

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#777",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  });

it("is at most a thousand pixels wide or high, its sides in proportion, and a few hundred kilobytes", async () => {
  const large = await noise(4000, 3000).jpeg({ quality: 95 }).toBuffer();
  expect(large.length).toBeGreaterThan(5_000_000);
  const small = await shrunk(large);
  expect(small).toMatchObject({ type: "jpg", width: 1000, height: 750 });
  expect(small?.bytes.length).toBeLessThan(700_000);
  expect([...(small?.bytes.subarray(0, 3) ?? [])]).toEqual([0xff, 0xd8, 0xff]);
});

it("stands upright as its camera says, and is never made larger", async () => {
  const lying = await noise(300, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  expect(await shrunk(lying)).toMatchObject({ width: 200, height: 300 });
});

it("says nothing of where it was taken", async () => {
  const told = await noise(50, 50)
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: "15/1 7/1 0/1" } })
    .toBuffer();
  expect((await sharp(told).metadata()).exif).toBeDefined();
  const small = await shrunk(told);
  expect(small && (await sharp(small.bytes).metadata()).exif).toBeUndefined();
});

it.each(["png", "webp"] as const)(
  "is a JPEG that Word shows, of a %s too, and white where there was nothing",
  async (kind) => {
    const clear = { create: { width: 8, height: 8, channels: 4 as const, background: "#00000000" } };
    const small = await shrunk(await sharp(clear).toFormat(kind).toBuffer());
    expect(small && [...(await sharp(small.bytes).raw().toBuffer())].every((part) => part > 250)).toBe(true);
  },
);

it("is none where its bytes are no whole picture, or claim more than anybody photographs", async () => {
  const whole = await noise(400, 400).jpeg().toBuffer();
  expect(await shrunk(Buffer.from("%PDF-1.7"))).toBeNull();
  expect(await shrunk(whole.subarray(0, 200))).toBeNull();
  const vast = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  expect(vast.length).toBeLessThan(1_000_000);
  expect(await shrunk(vast)).toBeNull();
});

it("is made beside the thread that answers", async () => {
  const large = await noise(2000, 1500).jpeg({ quality: 90 }).toBuffer();
  let turns = 0;
  let done = false;
  const turn = (): void => {
    turns += 1;
    if (!done) setImmediate(turn);
  };
  turn();
  await shrunk(large);
  done = true;
  expect(turns, "others are answered meanwhile").toBeGreaterThan(50);
});
