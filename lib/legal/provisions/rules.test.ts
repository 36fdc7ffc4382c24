import { describe, expect, it } from "vitest";

import { provisionsIn, provisionText, touches } from "@/lib/legal/provisions/rules";

describe("provisions, however they are written", () => {
  it.each([
    ["", []],
    ["Điều 4", ["Đ4"]],
    ["khoản 4 Điều 4", ["Đ4 k4"]],
    ["điểm a khoản 4 Điều 4", ["Đ4 k4 a"]],
    ["Điều 4 khoản 4 điểm a", ["Đ4 k4 a"]],
    ["Đ4 k4a", ["Đ4 k4 a"]],
    ["Đ.4 k.4 a", ["Đ4 k4 a"]],
    ["khoản 4a Điều 12b", ["Đ12b k4a"]],
    ["điểm đ khoản 2 Điều 7", ["Đ7 k2 đ"]],
    ["điểm a, b khoản 4 Điều 4", ["Đ4 k4 a", "Đ4 k4 b"]],
    ["Điều 4, 5 và 7", ["Đ4", "Đ5", "Đ7"]],
    ["các khoản 1, 2 Điều 4; khoản 3 Điều 9", ["Đ4 k1", "Đ4 k2", "Đ9 k3"]],
    ["Điều 7; khoản 1 Điều 9", ["Đ7", "Đ9 k1"]],
    ["Điều 4 khoản 1, Điều 5 khoản 2", ["Đ4 k1", "Đ5 k2"]],
    ["Phụ lục I", ["PL I"]],
    ["Phụ lục 15đ", ["PL 15Đ"]],
    ["Điều 4, Điều 4", ["Đ4"]],
    ["ĐIỀU 4".normalize("NFD"), ["Đ4"]],
  ])("%s", (written, expected) => {
    expect(provisionsIn(written)).toEqual(expected);
  });

  it.each(["khoản 4", "điểm a", "Chương II", "4", "toàn bộ", "Điều bốn", "Điều 4 hoặc 5"])(
    "gives nothing for what is none: %s",
    (written) => {
      expect(provisionsIn(written)).toBeNull();
    },
  );

  it.each(["Đ4", "Đ4 k4", "Đ4 k4 a", "Đ12b k4a", "PL I", "Đ7 k2 đ"])(
    "says %s so that it is read as the same",
    (path) => {
      expect(provisionsIn(provisionText(path))).toEqual([path]);
    },
  );
});

it.each([
  ["", "Đ4 k1", true],
  ["Đ4", "Đ4 k1", true],
  ["Đ4 k1 a", "Đ4", true],
  ["Đ4 k1", "Đ4 k1", true],
  ["Đ4", "Đ40", false],
  ["Đ4 k1", "Đ4 k2", false],
  ["Đ4 k1", "Đ4 k10", false],
  ["PL I", "PL II", false],
])("%s touches %s: %s, both ways", (one, other, expected) => {
  expect(touches(one, other)).toBe(expected);
  expect(touches(other, one)).toBe(expected);
});
