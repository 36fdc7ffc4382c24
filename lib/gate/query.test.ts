import { expect, it } from "vitest";

import { dayOf } from "@/lib/gate/query";
import { plainDate } from "@/lib/kernel/plain-date";

const today = plainDate("31/12/2017");

it.each([
  ["31/12/2014", "2014-12-31", null],
  ["31/12/2017", "2017-12-31", null],
  [" ", "2017-12-31", null],
  ["01/01/2018", "2017-12-31", "day-to-come"],
  ["31/02/2017", "2017-12-31", "no-such-day"],
  ["2030", "2017-12-31", "not-a-date"],
] as const)("reads the day %s of an address, and says what is wrong with it", (typed, on, fault) => {
  expect(dayOf({ on: typed }, today)).toEqual({ on, typed: fault && typed, fault });
});

it("is today where an address names no day", () => {
  expect(dayOf({}, today)).toEqual({ on: today, typed: null, fault: null });
});
