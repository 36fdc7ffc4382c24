import { expect, it } from "vitest";

import { isSameTap } from "@/components/field/same-tap";

const first = { x: 180, y: 600, at: 10_000 };

it.each([
  ["the second half of a double tap", { x: 183, y: 596, at: 10_080 }, 10_050, true],
  ["a slow second half", { x: 180, y: 600, at: 10_350 }, 10_050, true],
  ["a second tap by whom the device kept waiting", { x: 180, y: 600, at: 12_100 }, 12_000, true],
  ["a press somewhere else", { x: 280, y: 600, at: 10_080 }, 10_050, false],
  ["a press after a look", { x: 180, y: 600, at: 10_800 }, 10_050, false],
])("%s", (_, now, seenAt, same) => {
  expect(isSameTap(first, now, seenAt)).toBe(same);
});
