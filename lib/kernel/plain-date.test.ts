import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addDays,
  dateOf,
  dayDone,
  dayInVietnam,
  daysBetween,
  parseDate,
  plainDate,
  toDatabase,
  fromDatabase,
} from "@/lib/kernel/plain-date";

describe("a date as typed", () => {
  it.each([
    ["31/12/2017", "2017-12-31"],
    ["1/2/2017", "2017-02-01"],
    [" 01-02-2017 ", "2017-02-01"],
    ["29.02.2028", "2028-02-29"],
    ["2017-12-31", "2017-12-31"],
  ])("reads %s", (typed, day) => {
    expect(parseDate(typed)).toBe(day);
  });

  it.each([
    "31/02/2017",
    "29/02/2027",
    "05-11-26",
    "2017/12/31",
    "0/1/2017",
    "1/13/2017",
    "12/10/1899",
    "ngày mai",
    "",
    "1/1/20170",
    "NaN/1/2017",
  ])("refuses %s", (typed) => {
    expect(parseDate(typed)).toBeNull();
  });
});

describe("days", () => {
  it("counts 365 days from the deadline of 2016 to the end of 2017", () => {
    expect(daysBetween(plainDate("31/12/2016"), plainDate("31/12/2017"))).toBe(365);
  });

  it("is the next day in Vietnam from 17:00 UTC on", () => {
    expect(dayInVietnam(new Date("2026-11-04T16:59:59Z"))).toBe("2026-11-04");
    expect(dayInVietnam(new Date("2026-11-04T17:00:00Z"))).toBe("2026-11-05");
  });

  const anyDay = fc
    .tuple(
      fc.integer({ min: 1900, max: 2899 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, day]) => dateOf(year, month, day))
    .filter((day) => day !== null);

  it("adds and counts as one", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -30_000, max: 30_000 }),
        (day, n) => daysBetween(day, addDays(day, n)) === n,
      ),
    );
  });

  it("goes to the database and back unchanged", () => {
    fc.assert(fc.property(anyDay, (day) => fromDatabase(toDatabase(day)) === day));
  });

  it("sorts as text as it sorts in time", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)),
    );
  });
});

it.each([
  ["2017-12-30T18:00:00Z", "2017-12-31"],
  ["2017-12-29T16:00:00Z", "2017-12-29"],
  ["2026-12-01T03:00:00Z", "2017-12-31"],
])("something done at %s was done on %s, where the site's day is 31/12/2017", (at, day) => {
  expect(dayDone(new Date(at), plainDate("31/12/2017"))).toBe(day);
});
