import { inflateSync } from "node:zlib";

import { expect, it } from "vitest";

import { mediaTypeOf } from "@/lib/files/rules";
import { box, drawingOf } from "@/lib/reports/render/drawing";
import { pngOf } from "@/lib/reports/render/png";

const greyAt = (path: string, x: number, y: number): number =>
  drawingOf(path).pixels[y * box.width + x] ?? Number.NaN;

it("is black along the lines and white elsewhere", () => {
  const path = "M10 20 L110 20 L110 120 M300 100";
  for (const [x, y] of [
    [10, 20],
    [60, 20],
    [110, 70],
    [110, 120],
    [300, 100],
  ] as const)
    expect(greyAt(path, x, y)).toBe(0);
  for (const [x, y] of [
    [60, 70],
    [200, 110],
    [599, 199],
  ] as const)
    expect(greyAt(path, x, y)).toBe(255);
});

it("stays in its box whatever was sent", () => {
  const { pixels } = drawingOf("M999 999 L0 0");
  expect(pixels).toHaveLength(box.width * box.height);
  expect(greyAt("M999 999 L0 0", 599, 199)).toBe(0);
});

it("goes as far as the ink does, however long the path is", () => {
  const across = (times: number): string => "M0 0 " + "L599 199 L0 0 ".repeat(times);
  const mark = "M0 150 L20 150";
  expect(greyAt(`${across(40)}${mark}`, 20, 150)).toBe(0);
  expect(greyAt(`${across(4000)}${mark}`, 20, 150)).toBe(255);
  expect(greyAt(across(4000), 599, 199)).toBe(0);
});

it("becomes a PNG of its pixels", () => {
  const bytes = pngOf({ width: 2, height: 1, pixels: Uint8Array.of(0, 255) });
  expect(mediaTypeOf(bytes)).toBe("image/png");
  const start = bytes.indexOf("IDAT") + 4;
  expect([...inflateSync(bytes.subarray(start))]).toEqual([0, 0, 255]);
});
