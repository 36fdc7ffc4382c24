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
