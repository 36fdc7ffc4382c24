import fc from "fast-check";
import { expect, it } from "vitest";

import { actsOn, headlineOf, jumpsOf } from "@/lib/compliance/rules";
import { agencyKinds } from "@/lib/agencies/types";
import type { CountRow, Obliging } from "@/lib/compliance/types";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";

const rows: fc.Arbitrary<CountRow[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...agencyKinds),
    bucket: fc.constantFrom(
      "declared" as const,
      "in_progress" as const,
      "not_started" as const,
      "lapsed" as const,
    ),
    count: fc.nat(500),
    overdue: fc.nat(10),
    earliestDue: fc.constant(null),
    latestDue: fc.constant(null),
  }),
);

it("counts every agency in exactly one part, of exactly one kind", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const headline = headlineOf(list);
      expect(headline.declared + headline.in_progress + headline.not_started + headline.lapsed).toBe(
        headline.total,
      );
      expect(headline.byKind.reduce((sum, kind) => sum + kind.total, 0)).toBe(headline.total);
      expect(headline.total).toBe(list.reduce((sum, row) => sum + row.count, 0));
    }),
  );
});

const deadline = plainDate("31/12/2016");
const lapse = plainDate("20/12/2017");
const late = (bucket: CountRow["bucket"], on: PlainDate | null, overdue = 1): CountRow => ({
  ...{ kind: "district", bucket, count: 3, overdue },
  ...{ earliestDue: on, latestDue: on },
});

it.each([
  [
    "the deadline, where it is one for all",
    [late("in_progress", deadline), late("not_started", deadline)],
    deadline,
  ],
  ["no one day, where a lapse has its own", [late("in_progress", deadline), late("lapsed", lapse)], null],
  ["no day, where nobody is late", [late("declared", null, 0)], null],
])("says since when all are late: %s", (_which, list, since) => {
  expect(headlineOf(list).lateSince).toBe(since);
});

it("says what those are who are late, and not all of their part", () => {
  const { overdue, late: parts } = headlineOf([late("in_progress", deadline, 2), late("lapsed", lapse)]);
  expect([overdue, parts]).toMatchObject([3, { in_progress: 2, not_started: 0, lapsed: 1 }]);
});

it("is empty, not zero per cent, where nobody is obliged", () => {
  expect(headlineOf([])).toMatchObject({ total: 0, byKind: [] });
});

const day = plainDate;
const obliging: Obliging[] = [
  { law: "144", from: day("20/06/2006"), to: day("18/05/2014"), agencies: 34 },
  { law: "19", from: day("18/05/2014"), to: null, agencies: 34 },
  { law: "832", from: day("29/05/2015"), to: day("01/07/2016"), agencies: 12 },
  { law: "900", from: day("01/07/2016"), to: null, agencies: 11 },
];

it.each([
  ["19/06/2006", []],
  ["17/05/2014", ["144"]],
  ["18/05/2014", ["19"]],
  ["31/12/2017", ["19", "900"]],
])("cites on %s the acts in force", (on, acts) => {
  expect(actsOn(obliging, day(on))).toEqual(acts);
});

it("explains a number of agencies by who joined and who left, not by who passed from act to act", () => {
  const points = [
    { on: day("31/12/2013"), total: 34 },
    { on: day("31/12/2014"), total: 34 },
    { on: day("31/12/2015"), total: 46 },
    { on: day("31/12/2016"), total: 45 },
    { on: day("31/12/2017"), total: 44 },
  ];
  expect(jumpsOf(points, obliging)).toEqual([
    { from: 34, to: 46, joinings: [{ on: "2015-05-29", agencies: 12, acts: ["832"] }] },
    { from: 46, to: 45, joinings: [{ on: "2016-07-01", agencies: -1, acts: ["832"] }] },
  ]);
});
