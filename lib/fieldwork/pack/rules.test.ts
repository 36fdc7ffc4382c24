import fc from "fast-check";
import { expect, it, test } from "vitest";

import { dayOnDevice, dueDatesOn, type HeldPack } from "@/lib/fieldwork/pack/rules";
import { clockMarks } from "@/lib/visits/labels";
import { addDays, plainDate } from "@/lib/kernel/plain-date";

const minute = 60_000;
const day = 1440 * minute;

const packMade = (madeAt: string, today: string, more: Partial<HeldPack> = {}): HeldPack =>
  ({ madeAt, today: plainDate(today), ...more }) as HeldPack;

it.each([
  ["the same hour", "2026-11-29T09:30:00Z", "2026-11-29", "2026-11-29T09:40:00Z", 0, "2026-11-29"],
  ["the next morning", "2026-11-29T09:30:00Z", "2026-11-29", "2026-11-30T01:00:00Z", 0, "2026-11-30"],
  [
    "a minute past midnight in Vietnam",
    "2026-11-29T16:59:00Z",
    "2026-11-29",
    "2026-11-29T17:01:00Z",
    0,
    "2026-11-30",
  ],
  ["thirteen days later", "2026-11-29T09:30:00Z", "2026-11-29", "2026-12-12T09:30:00Z", 0, "2026-12-12"],
  [
    "the next morning of a world that stands still",
    "2026-11-29T09:30:00Z",
    "2017-12-30",
    "2026-11-30T01:00:00Z",
    0,
    "2017-12-31",
  ],
  [
    "a clock a year fast, measured",
    "2026-11-29T09:30:00Z",
    "2026-11-29",
    "2027-11-30T09:30:00Z",
    -365 * day,
    "2026-11-30",
  ],
  [
    "a clock eleven minutes fast, just before midnight",
    "2026-11-29T09:30:00Z",
    "2026-11-29",
    "2026-11-29T17:05:00Z",
    -11 * minute,
    "2026-11-29",
  ],
  [
    "a battery that died and begins anew in 2015",
    "2026-11-29T09:30:00Z",
    "2026-11-29",
    "2015-01-01T00:00:00Z",
    0,
    "2026-11-29",
  ],
])("the day on a device: %s", (_when, madeAt, today, now, offset, expected) => {
  expect(dayOnDevice(packMade(madeAt, today, { offset }), new Date(now))).toBe(expected);
});

test("the day never goes back while the clock goes on", () => {
  const pack = packMade("2026-11-29T09:30:00Z", "2026-11-29");
  fc.assert(
    fc.property(fc.nat(30 * 1440), fc.nat(3 * 1440), (passed, more) => {
      const at = (minutes: number) => dayOnDevice(pack, new Date(Date.parse(pack.madeAt) + minutes * minute));
      return at(passed) <= at(passed + more);
    }),
  );
});

it.each([
  [600, null],
  [-600, null],
  [null, null],
  [660, { key: "clockFast", n: 11, unit: "spanMinutes" }],
  [-4 * 3600, { key: "clockSlow", n: 4, unit: "spanHours" }],
  [365 * 86_400, { key: "clockFast", n: 365, unit: "spanDays" }],
] as const)("a clock %s seconds fast is marked %o", (seconds, mark) => {
  expect(clockMarks(seconds)).toEqual(mark === null ? [] : [mark]);
});

const ahead = { key: "clockAhead", n: 4, unit: "spanDays" };
const slow = { key: "clockSlow", n: 2, unit: "spanHours" };
const fastBy = (n: number, unit: string) => ({ key: "clockFast", n, unit });
it.each([
  ["by a clock that nobody measured", null, 4 * 86_400, [ahead]],
  ["by a clock that was right when it was measured", 0, 4 * 86_400, [ahead]],
  ["by more than its measure says", 660, 4 * 86_400, [fastBy(11, "spanMinutes"), ahead]],
  ["by a clock that was slow when it was measured", -7200, 4 * 86_400, [slow, ahead]],
  ["as its measure says", 7 * 86_400, 4 * 86_400, [fastBy(7, "spanDays")]],
  ["by no more than the way takes", 0, 300, []],
  ["not at all", 660, -86_400, [fastBy(11, "spanMinutes")]],
])("a time that lies after its own arrival says so: %s", (_how, measured, after, marks) => {
  const received = new Date("2026-12-01T03:34:00Z");
  expect(clockMarks(measured, new Date(received.getTime() + after * 1000), received)).toEqual(marks);
});

test("due dates are counted from the day of signing, by the terms in force on it", () => {
  const term = (validFrom: string, days: number) => ({
    severity: "minor" as const,
    validFrom: plainDate(validFrom),
    days,
    basis: "",
  });
  const pack = packMade("2017-12-30T09:00:00Z", "2017-12-30", {
    terms: [term("2015-01-01", 30), term("2018-01-01", 20)],
  });
  expect(dueDatesOn(pack, plainDate("2017-12-31")).minor).toBe("2018-01-30");
  expect(dueDatesOn(pack, plainDate("2018-01-02")).minor).toBe("2018-01-22");
});

test("a pack of before terms were taken along moves its dates with the day", () => {
  const on = plainDate("2017-12-30");
  const dueDates = { major: addDays(on, 15), minor: addDays(on, 30), observation: null };
  const pack = packMade("2017-12-30T09:00:00Z", "2017-12-30", { dueDates });
  expect(dueDatesOn(pack, plainDate("2018-01-02"))).toEqual({
    major: "2018-01-17",
    minor: "2018-02-01",
    observation: null,
  });
});
