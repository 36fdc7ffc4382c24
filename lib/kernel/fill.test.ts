import { expect, test } from "vitest";

import { fill } from "@/lib/kernel/fill";

test.each([
  ["Đã lưu {time}", { time: "08:30" }, "Đã lưu 08:30"],
  ["{n} trên {all}, còn {n}", { n: 1234, all: "5" }, "1234 trên 5, còn 1234"],
  ["Nặng {size, number} MB", { size: 1.5 }, "Nặng 1.5 MB"],
  ["Của {name}", {}, "Của {name}"],
  ["Trống{name}", { name: "" }, "Trống"],
])("%s", (sentence, values, said) => {
  expect(fill(sentence, values)).toBe(said);
});

test("numbers are written as it is said", () => {
  expect(fill("{n, number} của {name}", { n: 2.5, name: "1.5" }, (n) => `${n}`.replace(".", ","))).toBe(
    "2,5 của 1.5",
  );
});

const findings = "{count, plural, =0 {no findings} one {# finding} other {# findings}} left";

test.each([
  ["a value", "Lưu {time}", { time: "09:40" }, "Lưu 09:40"],
  ["what has no value", "Lưu {time}", {}, "Lưu {time}"],
  ["a plain number", "{size, number} MB", { size: 1200 }, "1200 MB"],
  ["none of them", findings, { count: 0 }, "no findings left"],
  ["one of them", findings, { count: 1 }, "1 finding left"],
  ["several of them", findings, { count: 12 }, "12 findings left"],
  ["several in a language without a singular", "{count, plural, other {# câu}}", { count: 1 }, "1 câu"],
  ["a case", "JPEG{what, select, scan { hoặc PDF} other {}}.", { what: "scan" }, "JPEG hoặc PDF."],
  ["another case", "JPEG{what, select, scan { hoặc PDF} other {}}.", { what: "photo" }, "JPEG."],
  ["a value within a case", "{until, select, none {.} other { đến {until}}}", { until: "1/2" }, " đến 1/2"],
  ["a value in braces", "{name}", { name: "{count, plural, other {x}}" }, "{count, plural, other {x}}"],
  ["braces that nobody closed", "a {b", { b: "c" }, "a {b"],
])("says %s", (_what, sentence, values, said) => {
  expect(fill(sentence, values as Record<string, string | number>)).toBe(said);
});
