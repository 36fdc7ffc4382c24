import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Span } from "@/lib/findings/blocks/types";
import { clockOf, correctedSpans, daysWithin } from "@/lib/findings/clock/rules";
import type { Clock, Look } from "@/lib/findings/clock/types";
import { recheckOutcomes, type RecheckOutcome } from "@/lib/findings/rechecks/types";
import { addDays, daysBetween, plainDate, type PlainDate } from "@/lib/kernel/plain-date";

const raisedOn = plainDate("12/10/2017");
const dueOn = plainDate("11/11/2017");
const blockOf = (from: string, to: string | null): Span => ({
  startsOn: plainDate(from),
  endsOn: to === null ? null : plainDate(to),
});
const look = (on: string, outcome: RecheckOutcome = "corrected"): Look => ({ on: plainDate(on), outcome });

type Row = [string, { blocks?: Span[]; looks?: Look[]; closedOn?: string }, string, Partial<Clock>];

describe("the clock of a finding due on 11/11/2017", () => {
  it.each<Row>([
    ["nothing blocks it, in time", {}, "11/11/2017", { dueOn, overdueDays: 0, runs: "agency" }],
    ["nothing blocks it, late", {}, "16/11/2017", { dueOn, overdueDays: 5, runs: "agency" }],
    [
      "blocked before it was due",
      { blocks: [blockOf("06/11/2017", null)] },
      "31/12/2017",
      { dueOn: plainDate("05/01/2018"), blockedDays: 55, overdueDays: 0, runs: "blocker" },
    ],
    [
      "blocked when already late",
      { blocks: [blockOf("16/11/2017", null)] },
      "31/12/2017",
      { dueOn: plainDate("26/12/2017"), blockedDays: 45, overdueDays: 5, runs: "blocker" },
    ],
    [
      "unblocked, five days left",
      { blocks: [blockOf("06/11/2017", "20/12/2017")] },
      "25/12/2017",
      { dueOn: plainDate("25/12/2017"), blockedDays: 44, overdueDays: 0, runs: "agency" },
    ],
    [
      "unblocked, late again",
      { blocks: [blockOf("06/11/2017", "20/12/2017")] },
      "28/12/2017",
      { dueOn: plainDate("25/12/2017"), overdueDays: 3, runs: "agency" },
    ],
    [
      "blocked twice",
      { blocks: [blockOf("20/10/2017", "25/10/2017"), blockOf("01/11/2017", "11/11/2017")] },
      "30/11/2017",
      { dueOn: plainDate("26/11/2017"), blockedDays: 15, overdueDays: 4 },
    ],
    [
      "blocked for no day",
      { blocks: [blockOf("06/11/2017", "06/11/2017")] },
      "12/11/2017",
      { dueOn, overdueDays: 1 },
    ],
    [
      "asked before the block began",
      { blocks: [blockOf("06/11/2017", null)] },
      "01/11/2017",
      { dueOn, runs: "agency" },
    ],
    [
      "seen corrected before it was due",
      { looks: [look("01/11/2017")] },
      "31/12/2017",
      { dueOn, correctedOn: plainDate("01/11/2017"), overdueDays: 0, runs: "inspectors" },
    ],
    [
      "seen corrected ten days late",
      { looks: [look("21/11/2017")] },
      "31/12/2017",
      { dueOn, correctedOn: plainDate("21/11/2017"), overdueDays: 10, runs: "inspectors" },
    ],
    [
      "asked before it was seen",
      { looks: [look("21/11/2017")] },
      "20/11/2017",
      { correctedOn: null, overdueDays: 9, runs: "agency" },
    ],
    [
      "seen partly corrected",
      { looks: [look("21/11/2017", "partly_corrected")] },
      "25/11/2017",
      { correctedOn: null, overdueDays: 14, runs: "agency" },
    ],
    [
      "seen twice, the first time counts",
      { looks: [look("21/11/2017"), look("01/12/2017")] },
      "31/12/2017",
      { correctedOn: plainDate("21/11/2017"), overdueDays: 10 },
    ],
    [
      "seen otherwise later: it goes on from ten days late",
      { looks: [look("21/11/2017"), look("21/12/2017", "not_corrected")] },
      "24/12/2017",
      { correctedOn: null, dueOn: plainDate("11/12/2017"), stillDays: 30, overdueDays: 13, runs: "agency" },
    ],
    [
      "seen in time, otherwise later: the ten days that were left are left",
      { looks: [look("01/11/2017"), look("01/12/2017", "partly_corrected")] },
      "05/12/2017",
      { dueOn: plainDate("11/12/2017"), overdueDays: 0, runs: "agency" },
    ],
    [
      "seen while a higher level blocks: no day twice",
      {
        blocks: [blockOf("06/11/2017", null)],
        looks: [look("16/11/2017"), look("26/11/2017", "not_corrected")],
      },
      "06/12/2017",
      { blockedDays: 30, stillDays: 30, dueOn: plainDate("11/12/2017"), runs: "blocker" },
    ],
    [
      "blocked, then seen",
      { blocks: [blockOf("06/11/2017", null)], looks: [look("16/11/2017")] },
      "31/12/2017",
      { blockedDays: 10, dueOn: plainDate("21/11/2017"), overdueDays: 0, runs: "inspectors" },
    ],
    [
      "seen otherwise on the same day, by minutes that came after",
      { looks: [look("21/11/2017"), look("21/11/2017", "not_corrected")] },
      "25/11/2017",
      { correctedOn: null, stillDays: 0, overdueDays: 14 },
    ],
    [
      "closed late",
      { closedOn: "21/11/2017", blocks: [blockOf("20/10/2017", "25/10/2017")] },
      "31/12/2017",
      { dueOn: plainDate("16/11/2017"), overdueDays: 5, runs: "nobody" },
    ],
    [
      "closed on what was seen: late until then only",
      { closedOn: "15/12/2017", looks: [look("21/11/2017")] },
      "31/12/2017",
      { overdueDays: 10, runs: "nobody" },
    ],
    [
      "seen otherwise after it was closed",
      { closedOn: "15/12/2017", looks: [look("20/12/2017", "not_corrected")] },
      "31/12/2017",
      { overdueDays: 34, runs: "nobody" },
    ],
  ])("%s", (_, { blocks = [], looks = [], closedOn }, on, clock) => {
    const finding = { dueOn, closedOn: closedOn === undefined ? null : plainDate(closedOn) };
    expect(clockOf(finding, blocks, looks, plainDate(on))).toMatchObject(clock);
  });

  it("has no overdue days where the grade has no date", () => {
    const undated = { dueOn: null, closedOn: null };
    expect(clockOf(undated, [], [look("21/11/2017")], plainDate("31/12/2017"))).toMatchObject({
      dueOn: null,
      overdueDays: 0,
      correctedOn: plainDate("21/11/2017"),
    });
  });
});

const day = (max: number) => fc.nat({ max }).map((days) => addDays(raisedOn, days));
/** Blocks one after another, the last of which may last; minutes in the order in which they were signed. */
const blocksOf = fc
  .tuple(
    fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 40 })), { maxLength: 4 }),
    fc.option(fc.nat({ max: 20 })),
  )
  .map(([spans, lasting]) => {
    let at = raisedOn;
    const blocks = spans.map(([gap, length]): Span => {
      const startsOn = addDays(at, gap);
      at = addDays(startsOn, length);
      return { startsOn, endsOn: at };
    });
    return lasting === null ? blocks : [...blocks, { startsOn: addDays(at, lasting), endsOn: null }];
  });
const looksOf = fc
  .array(fc.record({ on: day(250), outcome: fc.constantFrom(...recheckOutcomes) }), { maxLength: 5 })
  .map((looks): Look[] => [...looks].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))));
const daysUntil = (on: PlainDate): PlainDate[] =>
  Array.from({ length: daysBetween(raisedOn, on) }, (_, n) => addDays(raisedOn, n));

describe("whatever blocks it, and whatever later visits see", () => {
  const open = { dueOn, closedOn: null };

  it("each day counts once: it runs unless something blocks, or the newest minutes by that day say corrected", () => {
    fc.assert(
      fc.property(blocksOf, looksOf, day(300), (blocks, looks, on) => {
        const still = (each: PlainDate): boolean =>
          blocks.some(({ startsOn, endsOn }) => startsOn <= each && (endsOn === null || each < endsOn)) ||
          looks.findLast((seen) => seen.on <= each)?.outcome === "corrected";
        const { correctedOn, stillDays, overdueDays } = clockOf(open, blocks, looks, on);
        expect(stillDays).toBe(daysUntil(correctedOn ?? on).filter(still).length);
        const ran = daysUntil(on).filter((each) => !still(each)).length;
        expect(overdueDays).toBe(Math.max(0, ran - daysBetween(raisedOn, dueOn)));
        expect(correctedOn !== null).toBe(looks.findLast((seen) => seen.on <= on)?.outcome === "corrected");
      }),
    );
  });

  it("a day moves one clock by one, and no clock runs backwards", () => {
    fc.assert(
      fc.property(blocksOf, looksOf, day(300), (blocks, looks, on) => {
        const clock = clockOf(open, blocks, looks, on);
        const next = clockOf(open, blocks, looks, addDays(on, 1));
        expect(next.overdueDays - clock.overdueDays).toBe(
          clock.runs === "agency" && on >= (clock.dueOn ?? on) ? 1 : 0,
        );
        if (clock.runs === "inspectors" && next.runs === "inspectors") expect(next).toEqual(clock);
      }),
    );
  });

  it("spans of a corrected finding never overlap, and only the last may last", () => {
    fc.assert(
      fc.property(looksOf, day(300), (looks, on) => {
        const spans = correctedSpans(looks);
        expect(daysWithin(spans, on)).toBe(spans.reduce((sum, span) => sum + daysWithin([span], on), 0));
        expect(spans.slice(0, -1).every(({ endsOn }) => endsOn !== null)).toBe(true);
      }),
    );
  });
});
