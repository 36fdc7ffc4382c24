import { expect, it } from "vitest";

import { usualPurpose } from "@/lib/findings/thread/rules";

const nobody = { agency: false, lead: false };

it.each([
  ["reply", "agency", { agency: true, lead: false }, false],
  ["question", "lead", { agency: true, lead: false }, false],
  ["reply", "lead", { agency: false, lead: true }, false],
  ["question", "agency", nobody, false],
  ["reply", "agency", nobody, true],
] as const)("is a %s for the %s that is owed %o, closed: %s", (purpose, side, owesReply, closed) => {
  expect(usualPurpose(side, owesReply, closed)).toBe(purpose);
});
