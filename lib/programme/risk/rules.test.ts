import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { monthsBefore, rank, reasonsOf, yearsToSeeAll } from "@/lib/programme/risk/rules";
import type { RiskFacts, Weight } from "@/lib/programme/risk/types";
import { addDays, plainDate } from "@/lib/kernel/plain-date";

const day = plainDate("31/12/2017");

const weights: readonly Weight[] = [
  { factor: "time_since_visit", pointsEach: 10, maxPoints: 40, withinMonths: null },
  { factor: "open_findings", pointsEach: 2, maxPoints: 10, withinMonths: null },
  { factor: "overdue_findings", pointsEach: 5, maxPoints: 25, withinMonths: null },
  { factor: "never_declared", pointsEach: 20, maxPoints: 20, withinMonths: null },
  { factor: "edition_expired", pointsEach: 15, maxPoints: 15, withinMonths: null },
  { factor: "officer_changed", pointsEach: 10, maxPoints: 10, withinMonths: 12 },
  { factor: "legal_churn", pointsEach: 2, maxPoints: 10, withinMonths: 12 },
];

const calm: RiskFacts = {
  agencyId: "a",
  code: "a",
  lastVisitOn: plainDate("12/10/2017"),
  openFindings: 0,
  overdueFindings: 0,
  everDeclared: true,
  editionDeadlineOn: null,
  officerChangedOn: null,
  legalChangesOn: [],
};

const pointsFor = (facts: Partial<RiskFacts>): Record<string, number> =>
  Object.fromEntries(
    reasonsOf({ ...calm, ...facts }, weights, day).map(({ factor, points }) => [factor, points]),
  );

describe("the points of a factor", () => {
  it.each<[string, Partial<RiskFacts>, Record<string, number>]>([
    ["nothing speaks for it", {}, {}],
    ["a day short of a year", { lastVisitOn: plainDate("01/01/2017") }, {}],
    ["one year to the day", { lastVisitOn: plainDate("31/12/2016") }, { time_since_visit: 10 }],
    ["never more than the most", { lastVisitOn: plainDate("01/01/2007") }, { time_since_visit: 40 }],
    ["never visited is the most", { lastVisitOn: null }, { time_since_visit: 40 }],
    ["open findings", { openFindings: 3 }, { open_findings: 6 }],
    [
      "overdue ones besides",
      { openFindings: 3, overdueFindings: 1 },
      { open_findings: 6, overdue_findings: 5 },
    ],
    ["never declared", { everDeclared: false }, { never_declared: 20 }],
    ["the last day of an edition", { editionDeadlineOn: day }, {}],
    ["the day after it", { editionDeadlineOn: plainDate("30/12/2017") }, { edition_expired: 15 }],
    ["an officer of twelve months", { officerChangedOn: plainDate("31/12/2016") }, { officer_changed: 10 }],
    ["and of one day more", { officerChangedOn: plainDate("30/12/2016") }, {}],
    [
      "legal documents of the last year alone",
      { legalChangesOn: [addDays(day, -30), addDays(day, -90), addDays(day, -400)] },
      { legal_churn: 4 },
    ],
  ])("%s", (_name, facts, expected) => {
    expect(pointsFor(facts)).toEqual(expected);
  });

  it("counts months to the end of a short one", () => {
    expect(monthsBefore(plainDate("31/03/2018"), 1)).toBe("2018-02-28");
    expect(monthsBefore(plainDate("31/12/2017"), 12)).toBe("2016-12-31");
  });
});

const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day, -days));
const someWeights = fc.tuple(
  ...weights.map((weight) =>
    fc.record({
      factor: fc.constant(weight.factor),
      pointsEach: fc.integer({ min: 0, max: 30 }),
      maxPoints: fc.integer({ min: 0, max: 60 }),
      withinMonths: fc.option(fc.integer({ min: 1, max: 36 })),
    }),
  ),
);
const someAgency = fc.record({
  lastVisitOn: fc.option(someDay),
  open: fc.nat(6),
  overdueOfThem: fc.nat(6),
  everDeclared: fc.boolean(),
  editionDeadlineOn: fc.option(someDay),
  officerChangedOn: fc.option(someDay),
  legalChangesOn: fc.array(someDay, { maxLength: 8 }),
});
const someAgencies = fc.array(someAgency, { minLength: 1, maxLength: 12 }).map((list) =>
  list.map(({ open, overdueOfThem, ...facts }, n): RiskFacts => ({
    ...facts,
    agencyId: `id-${n}`,
    code: `agency-${String((n * 7) % 12).padStart(2, "0")}`,
    openFindings: open,
    overdueFindings: Math.min(open, overdueOfThem),
  })),
);

/** Each way in which an agency can come to need a visit more. */
const worse: Record<string, (facts: RiskFacts) => RiskFacts> = {
  "a year longer unseen": (facts) => ({
    ...facts,
    lastVisitOn: facts.lastVisitOn && addDays(facts.lastVisitOn, -366),
  }),
  "never seen": (facts) => ({ ...facts, lastVisitOn: null }),
  "one more open finding": (facts) => ({ ...facts, openFindings: facts.openFindings + 1 }),
  "an open finding falls overdue": (facts) => ({
    ...facts,
    openFindings: Math.max(facts.openFindings, facts.overdueFindings + 1),
    overdueFindings: facts.overdueFindings + 1,
  }),
  "no declaration": (facts) => ({ ...facts, everDeclared: false }),
  "an edition past its deadline": (facts) => ({ ...facts, editionDeadlineOn: addDays(day, -1) }),
  "another officer since yesterday": (facts) => ({ ...facts, officerChangedOn: addDays(day, -1) }),
  "one more legal document": (facts) => ({
    ...facts,
    legalChangesOn: [...facts.legalChangesOn, addDays(day, -1)],
  }),
};

const codes = (list: readonly RiskFacts[], by: readonly Weight[]): string[] =>
  rank(list, by, day).map(({ facts }) => facts.code);

describe("the ranking", () => {
  it("is the same list whatever the order in which agencies and weights are read", () => {
    fc.assert(
      fc.property(
        someAgencies.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length }),
            someWeights.chain((by) =>
              fc.tuple(fc.constant(by), fc.shuffledSubarray([...by], { minLength: by.length })),
            ),
          ),
        ),
        ([list, shuffled, [by, otherwise]]) => {
          expect(rank(shuffled, otherwise, day)).toEqual(rank(list, by, day));
        },
      ),
    );
  });

  it.each(Object.entries(worse))("never puts an agency lower for %s", (_name, change) => {
    fc.assert(
      fc.property(someAgencies, someWeights, fc.nat(), (list, by, at) => {
        const chosen = list[at % list.length];
        if (!chosen) return;
        const after = list.map((facts) => (facts === chosen ? change(facts) : facts));
        expect(codes(after, by).indexOf(chosen.code)).toBeLessThanOrEqual(
          codes(list, by).indexOf(chosen.code),
        );
      }),
    );
  });

  it("prints points that are the sum of their reasons", () => {
    fc.assert(
      fc.property(someAgencies, someWeights, (list, by) => {
        for (const { points, reasons } of rank(list, by, day))
          expect(points).toBe(reasons.reduce((sum, reason) => sum + reason.points, 0));
      }),
    );
  });
});

describe("years until every agency has been seen", () => {
  const province = Array.from({ length: 46 }, (_, n): RiskFacts => ({
    ...calm,
    agencyId: String(n),
    code: String(n).padStart(2, "0"),
  }));

  it.each([
    [46, 1],
    [45, 2],
    [10, 5],
    [1, 46],
  ])("%s a year take %s years", (perYear, years) => {
    expect(yearsToSeeAll(province, weights, day, perYear)).toBe(years);
  });

  it("is never where nothing is visited, and no time where there is nobody to visit", () => {
    expect(yearsToSeeAll(province, weights, day, 0)).toBeNull();
    expect(yearsToSeeAll([], weights, day, 5)).toBe(0);
  });

  it("takes at least as many years as one visit each needs", () => {
    fc.assert(
      fc.property(someAgencies, fc.integer({ min: 1, max: 12 }), (list, perYear) => {
        const years = yearsToSeeAll(list, weights, day, perYear);
        expect(years ?? Infinity).toBeGreaterThanOrEqual(Math.ceil(list.length / perYear));
      }),
    );
  });
});
