import { describe, expect, it } from "vitest";

import { isTap, outlineOf, placeIn, strokeOf } from "@/lib/offline/marks";
import { fitted, isHeic, jpegName } from "@/lib/offline/picture-rules";

const size = { width: 1600, height: 1200 };

describe("a finger on a picture", () => {
  const box = { left: 10, top: 20, width: 320, height: 240 };

  it.each([
    ["in the middle", 170, 140, { x: 0.5, y: 0.5 }],
    ["in the corner", 10, 20, { x: 0, y: 0 }],
    ["beside it", 900, -5, { x: 1, y: 0 }],
  ])("%s", (_name, x, y, place) => {
    expect(placeIn(box, x, y)).toEqual(place);
  });

  it("on a picture without a size is nowhere else than at its beginning", () => {
    expect(placeIn({ left: 0, top: 0, width: 0, height: 0 }, 5, 5)).toEqual({ x: 0, y: 0 });
  });

  it.each([
    [{ x: 0.5, y: 0.5 }, true],
    [{ x: 0.51, y: 0.5 }, true],
    [{ x: 0.53, y: 0.5 }, false],
  ])("that ends at %j has tapped: %s", (to, tap) => {
    expect(isTap({ x: 0.5, y: 0.5 }, to, size)).toBe(tap);
  });
});

describe("what is drawn", () => {
  it("is an arrow with its head where the finger went up, whichever way", () => {
    const path = outlineOf({ shape: "arrow", from: { x: 0, y: 0.5 }, to: { x: 0.5, y: 0.5 } }, size);
    expect(path).toBe("M0 600 L800 600 M713.5 558.3 L800 600 L713.5 641.7");
    const back = outlineOf({ shape: "arrow", from: { x: 0.5, y: 0.5 }, to: { x: 0, y: 0.5 } }, size);
    expect(back).toBe("M800 600 L0 600 M86.5 641.7 L0 600 L86.5 558.3");
  });

  it("has a head no longer than half of a short arrow", () => {
    const path = outlineOf({ shape: "arrow", from: { x: 0, y: 0 }, to: { x: 0.05, y: 0 } }, size);
    expect(path).toContain("M44 -17.4 L80 0");
  });

  it("is a circle in the box between, from whichever corner it was begun", () => {
    const one = outlineOf({ shape: "circle", from: { x: 0.25, y: 0.25 }, to: { x: 0.75, y: 0.75 } }, size);
    const other = outlineOf({ shape: "circle", from: { x: 0.75, y: 0.75 }, to: { x: 0.25, y: 0.25 } }, size);
    expect(one).toBe("M400 600 A400 300 0 1 1 1200 600 A400 300 0 1 1 400 600");
    expect(other).toBe(one);
  });

  it("is as thick on a large picture as on a small one, and never too thin", () => {
    expect(strokeOf(size).map(({ width }) => width)).toEqual([20, 10]);
    expect(strokeOf({ width: 100, height: 50 }).map(({ width }) => width)).toEqual([4, 2]);
  });
});

describe("a picture", () => {
  it.each([
    [
      { width: 8160, height: 6120 },
      { width: 1600, height: 1200 },
    ],
    [
      { width: 3000, height: 4000 },
      { width: 1200, height: 1600 },
    ],
    [
      { width: 640, height: 480 },
      { width: 640, height: 480 },
    ],
    [
      { width: 9000, height: 2 },
      { width: 1600, height: 1 },
    ],
  ])("of %j is sent as %j", (own, sent) => {
    expect(fitted(own)).toEqual(sent);
  });

  it("of a newer telephone is known by its first bytes", () => {
    const head = (text: string) => new TextEncoder().encode(`\0\0\0\u0018${text}`);
    expect(
      [head("ftypheic"), head("ftypmif1"), head("ftypisom"), head(""), new Uint8Array()].map(isHeic),
    ).toEqual([true, true, false, false, false]);
  });

  it.each([
    ["IMG_2017.HEIC", "", "IMG_2017.jpg"],
    ["bảng tin.png", " (đánh dấu)", "bảng tin (đánh dấu).jpg"],
    [".jpg", "", "anh.jpg"],
    ["ảnh", "", "ảnh.jpg"],
  ])("named %s is kept as a JPEG", (name, mark, kept) => {
    expect(jpegName(name, mark)).toBe(kept);
  });
});
