import { expect, it } from "vitest";

import { boxAround, withoutLastStroke } from "@/lib/offline/signing/strokes/rules";

it("a signature is shown in the box around it", () => {
  expect(boxAround("M100 50 L300 150 M200 20 L210 30")).toBe("90 10 220 150");
  expect(boxAround("M5 6")).toBe("-5 -4 20 20");
});

it("a signature loses its last stroke alone", () => {
  expect(withoutLastStroke("M1 2 L3 4 M5 6 L7 8")).toBe("M1 2 L3 4");
  expect(withoutLastStroke("M1 2 L3 4")).toBe("");
  expect(withoutLastStroke("")).toBe("");
});
