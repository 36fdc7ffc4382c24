import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { blockedDays, clockOf, endProblem, sinceProblem } from "@/lib/findings/blocks/rules";
import type { Stop } from "@/lib/findings/blocks/types";
import { addDays, daysBetween, plainDate } from "@/lib/kernel/plain-date";

const raisedOn = plainDate("12/10/2017");
const dueOn = plainDate("11/11/2017");
const stop = (from: string, to: string | null): Stop => ({
  startsOn: plainDate(from),
  endsOn: to === null ? null : plainDate(to),
});

describe("the two clocks of a finding", () => {
  it.each([
    [
      "nothing blocks it, in time",
      [],
      "11/11/2017",
      { dueOn: "2017-11-11", blockedDays: 0, overdueDays: 0, runs: "agency" },
    ],
    [
      "nothing blocks it, late",
      [],
      "16/11/2017",
      { dueOn: "2017-11-11", blockedDays: 0, overdueDays: 5, runs: "agency" },
    ],
    [
      "blocked before it was due",
      [stop("06/11/2017", null)],
      "31/12/2017",
      { dueOn: "2018-01-05", blockedDays: 55, overdueDays: 0, runs: "blocker" },
    ],
    [
      "blocked when already late",
      [stop("16/11/2017", null)],
      "31/12/2017",
      { dueOn: "2017-12-26", blockedDays: 45, overdueDays: 5, runs: "blocker" },
    ],
    [
      "unblocked, five days left",
      [stop("06/11/2017", "20/12/2017")],
      "25/12/2017",
      { dueOn: "2017-12-25", blockedDays: 44, overdueDays: 0, runs: "agency" },
    ],
    [
      "unblocked, late again",
      [stop("06/11/2017", "20/12/2017")],
      "28/12/2017",
      { dueOn: "2017-12-25", blockedDays: 44, overdueDays: 3, runs: "agency" },
    ],
    [
      "blocked twice",
      [stop("20/10/2017", "25/10/2017"), stop("01/11/2017", "11/11/2017")],
      "30/11/2017",
      { dueOn: "2017-11-26", blockedDays: 15, overdueDays: 4, runs: "agency" },
    ],
    [
      "blocked for no day",
      [stop("06/11/2017", "06/11/2017")],
      "12/11/2017",
      { dueOn: "2017-11-11", blockedDays: 0, overdueDays: 1, runs: "agency" },
    ],
    [
      "asked before the block began",
      [stop("06/11/2017", null)],
      "01/11/2017",
      { dueOn: "2017-11-11", blockedDays: 0, overdueDays: 0, runs: "agency" },
    ],
  ] as const)("%s", (_, stops, on, clock) => {
    expect(clockOf({ dueOn, closedOn: null }, stops, plainDate(on))).toEqual(clock);
  });

  it("stand still once the finding is closed", () => {
    const closed = { dueOn, closedOn: plainDate("21/11/2017") };
    const stops = [stop("20/10/2017", "25/10/2017")];
    const clock = { dueOn: "2017-11-16", blockedDays: 5, overdueDays: 5, runs: "nobody" };
    expect(clockOf(closed, stops, plainDate("31/12/2017"))).toEqual(clock);
    expect(clockOf({ dueOn: null, closedOn: null }, stops, plainDate("31/12/2017"))).toMatchObject({
      dueOn: null,
      overdueDays: 0,
    });
  });
});

/** Stops one after another, each from a gap and a length; the last may still last. */
const stopsOf = fc
  .tuple(
    fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 40 })), { maxLength: 5 }),
    fc.option(fc.nat({ max: 20 })),
  )
  .map(([spans, lasting]) => {
    let day = raisedOn;
    const stops = spans.map(([gap, length]): Stop => {
      const startsOn = addDays(day, gap);
      day = addDays(startsOn, length);
      return { startsOn, endsOn: day };
    });
    return lasting === null ? stops : [...stops, { startsOn: addDays(day, lasting), endsOn: null }];
  });
const later = fc.nat({ max: 300 }).map((days) => addDays(raisedOn, days));

describe("whatever is blocked, and when", () => {
  it("each day counts once: for the agency or for the blocker", () => {
    fc.assert(
      fc.property(stopsOf, later, (stops, on) => {
        const days = Array.from({ length: daysBetween(raisedOn, on) }, (_, n) => addDays(raisedOn, n));
        const blocked = days.filter((day) =>
          stops.some(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day < endsOn)),
        );
        expect(blockedDays(stops, on)).toBe(blocked.length);
      }),
    );
  });

  it("no clock runs backwards or below nothing, and a day moves one of them by one", () => {
    fc.assert(
      fc.property(stopsOf, later, (stops, on) => {
        const clock = clockOf({ dueOn, closedOn: null }, stops, on);
        const next = clockOf({ dueOn, closedOn: null }, stops, addDays(on, 1));
        expect(clock.blockedDays).toBeGreaterThanOrEqual(0);
        expect(clock.overdueDays).toBeGreaterThanOrEqual(0);
        expect(next.blockedDays - clock.blockedDays).toBe(clock.runs === "blocker" ? 1 : 0);
        if (clock.runs === "blocker") expect(next.overdueDays).toBe(clock.overdueDays);
        else if (on >= (clock.dueOn ?? on)) expect(next.overdueDays).toBe(clock.overdueDays + 1);
      }),
    );
  });
});

describe("the days of a block", () => {
  const known = { raisedOn, lastStopEndsOn: plainDate("20/10/2017") };
  const today = plainDate("31/12/2017");
  it.each([
    ["11/10/2017", { raisedOn, lastStopEndsOn: null }, "date-before"],
    ["12/10/2017", { raisedOn, lastStopEndsOn: null }, undefined],
    ["19/10/2017", known, "date-before"],
    ["20/10/2017", known, undefined],
    ["01/01/2018", known, "date-in-future"],
  ] as const)("beginning on %s", (since, facts, code) => {
    expect(sinceProblem(plainDate(since), facts, today)?.code).toBe(code);
  });
  it.each([
    ["05/11/2017", "date-before"],
    ["06/11/2017", undefined],
    ["01/01/2018", "date-in-future"],
  ] as const)("ending on %s", (endsOn, code) => {
    expect(endProblem(plainDate(endsOn), plainDate("06/11/2017"), today)?.code).toBe(code);
  });
});
