import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { daysOverdue } from "@/lib/adoption/rules";
import { snapshotOn, standingPeriods } from "@/lib/adoption/standing/rules";
import { milestoneKinds, type AgencyFacts, type Framework, type Milestone } from "@/lib/adoption/types";
import { addDays, endOfTime, plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import { chain, step } from "@/tests/support/milestones";

describe("a lapse has its own clock", () => {
  const facts = (milestones: Milestone[]): AgencyFacts => {
    const from = { validFrom: plainDate("01/01/2010"), validTo: null };
    return {
      names: [{ ...from, name: "A", abbreviation: "a" }],
      kinds: [{ ...from, kind: "district" }],
      parents: [],
      obligations: [{ ...from, obligation: "mandatory_by_prime_minister" }],
      milestones,
    };
  };
  const framework: Framework = {
    deadlines: [
      {
        obligations: ["mandatory_by_prime_minister"],
        dueOn: plainDate("31/12/2016"),
        knownFrom: plainDate("05/03/2014"),
      },
    ],
    transitions: [],
  };
  const overdueOn = (milestones: Milestone[], on: string): number | null => {
    const standing = snapshotOn(facts(milestones), framework, plainDate(on));
    return standing && daysOverdue(standing, plainDate(on));
  };
  const lapsed = [...chain, step("lapsed", "30/12/2017")];
  it.each<[string, Milestone[], string, number | null]>([
    ["nothing on the day itself", lapsed, "30/12/2017", null],
    ["from the next day on", lapsed, "31/12/2017", 1],
    ["not from the deadline, once begun anew", [...lapsed, step("planned", "05/01/2018")], "09/01/2018", 10],
    ["not while it was declared", lapsed, "29/12/2017", null],
    ["from the deadline where that came later", [...chain, step("lapsed", "01/06/2016")], "10/01/2017", 10],
    [
      "from the deadline where the declaration that lapsed was cancelled",
      lapsed.filter(({ kind }) => kind !== "declared"),
      "31/12/2017",
      365,
    ],
    ["from the deadline where nothing ever lapsed", chain.slice(0, 2), "31/12/2017", 365],
  ])("%s", (_promise, milestones, on, days) => {
    expect(overdueOn(milestones, on)).toBe(days);
  });
});

describe("standing", () => {
  const day = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(plainDate("01/01/2008"), days));
  const days = (count: number) =>
    fc.uniqueArray(day, { minLength: count, maxLength: count }).map((each) => each.sort());
  const dated = <Fact>(fact: fc.Arbitrary<Fact>) =>
    fc.tuple(days(2), fact, fact, fc.boolean()).map(([[first, second], a, b, open]) => [
      { ...a, validFrom: first as PlainDate, validTo: second as PlainDate },
      { ...b, validFrom: second as PlainDate, validTo: open ? null : addDays(second as PlainDate, 2000) },
    ]);
  const facts: fc.Arbitrary<AgencyFacts> = fc.record({
    names: dated(fc.constantFrom({ name: "A", abbreviation: "a" }, { name: "B", abbreviation: "b" })),
    kinds: dated(fc.constantFrom({ kind: "department" as const }, { kind: "district" as const })),
    parents: fc.oneof(fc.constant([]), dated(fc.constant({ parentId: "p" }))),
    obligations: dated(
      fc.constantFrom(
        { obligation: "mandatory_by_province" as const },
        { obligation: "encouraged" as const },
      ),
    ),
    milestones: fc.array(
      fc.record({
        kind: fc.constantFrom(...milestoneKinds),
        occurredOn: day,
        editionId: fc.constantFrom("2008", "2015"),
        declarationId: fc.constantFrom(null, "d"),
      }),
      { maxLength: 8 },
    ),
  });
  const framework: fc.Arbitrary<Framework> = fc.record({
    deadlines: fc.array(
      fc.record({ obligations: fc.constant(["mandatory_by_province" as const]), dueOn: day, knownFrom: day }),
      { maxLength: 2 },
    ),
    transitions: fc.array(fc.record({ editionId: fc.constant("2008"), deadlineOn: day, knownFrom: day }), {
      maxLength: 2,
    }),
  });

  it("says of any day what the facts of that day say", () => {
    fc.assert(
      fc.property(facts, framework, day, (each, laid, on) => {
        const stored = standingPeriods(each, laid).filter(
          (period) => period.validFrom <= on && on < period.validTo,
        );
        const fresh = snapshotOn(each, laid, on);
        expect(stored.map(({ validFrom: _from, validTo: _to, ...rest }) => rest)).toEqual(
          fresh ? [fresh] : [],
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("has periods that neither overlap nor repeat themselves", () => {
    fc.assert(
      fc.property(facts, framework, (each, laid) => {
        const periods = standingPeriods(each, laid);
        periods.forEach((period, index) => {
          expect(period.validFrom < period.validTo).toBe(true);
          const next = periods[index + 1];
          if (next) expect(period.validTo <= next.validFrom).toBe(true);
          else expect(period.validTo <= endOfTime).toBe(true);
        });
      }),
    );
  });
});
