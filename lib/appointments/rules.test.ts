import { describe, expect, it } from "vitest";

import { inTheWay, signersOf, vacanciesOf } from "@/lib/appointments/rules";
import type { Seat } from "@/lib/appointments/types";
import { plainDate } from "@/lib/kernel/plain-date";

const at = (personId: string, seat: Seat, from: string, to: string | null, cancelled = false) => ({
  ...{ personId, seat, from: plainDate(from), to: to === null ? null : plainDate(to) },
  cancelled: cancelled ? { reason: "Nhầm", by: "Ai", at: new Date() } : null,
});

const retired = at("a", "head", "01/01/2015", "16/12/2017");
const acting = at("b", "acting_head", "16/12/2017", "29/12/2017");
const next = at("c", "head", "29/12/2017", null);

it("offers for a paper all who held a deciding post on whatever day, with their terms", () => {
  const whole = (each: ReturnType<typeof at>) => ({
    ...each,
    ...{ id: each.from, name: each.personId, title: "Chủ tịch", concurrent: false },
    ...{ begunBy: null, endedBy: null, recordedName: null },
  });
  const all = [
    retired,
    at("b", "deputy_head", "01/01/2015", "16/12/2017"),
    acting,
    next,
    at("d", "iso_officer", "01/01/2015", null),
  ];
  const signers = signersOf([...all, at("e", "head", "01/01/2014", null, true)].map(whole));
  expect(signers.map(({ personId, terms }) => [personId, terms.map(({ from }) => from)])).toEqual([
    ["c", ["2017-12-29"]],
    ["b", ["2017-12-16", "2015-01-01"]],
    ["a", ["2015-01-01"]],
  ]);
});

describe("days without a head", () => {
  it.each([
    ["none where one follows the other", [next, acting, retired], []],
    ["between two", [retired, next], [["2017-12-16", "2017-12-29"]]],
    ["since the last", [retired], [["2017-12-16", null]]],
    [
      "as if the cancelled one had never been",
      [retired, { ...acting, cancelled: { reason: "", by: "", at: new Date() } }, next],
      [["2017-12-16", "2017-12-29"]],
    ],
    [
      "of which posts of others fill none",
      [retired, at("b", "deputy_head", "01/01/2015", null)],
      [["2017-12-16", null]],
    ],
    ["unknown where there never was one", [at("b", "iso_officer", "01/01/2015", null)], []],
  ] as const)("are %s", (_, known, found) => {
    expect(vacanciesOf(known).map(({ from, to }) => [from, to])).toEqual(found);
  });
});

it("several may be ISO officer at once: nobody is from the day after the last of them", () => {
  const officers = [
    at("a", "iso_officer", "01/01/2014", "01/06/2017"),
    at("b", "iso_officer", "01/01/2015", "01/01/2016"),
    at("c", "iso_officer", "01/08/2017", "31/12/2017"),
  ];
  expect(vacanciesOf(officers, "iso_officer")).toEqual([
    { from: "2017-06-01", to: "2017-08-01" },
    { from: "2017-12-31", to: null },
  ]);
  expect(vacanciesOf([...officers, next], "head")).toEqual([]);
});

describe("another appointment", () => {
  it.each([
    ["a head while there is one", at("c", "head", "15/12/2017", null), "c"],
    ["one who acts while there is a head", at("c", "acting_head", "31/12/2017", null), "c"],
    ["a head for a while that reaches into the next", at("d", "head", "28/12/2017", "29/12/2017"), "b"],
    ["a head from before the first one on", at("d", "head", "01/01/2014", null), "c"],
    ["a head until the day of the first one", at("d", "head", "01/01/2014", "01/01/2015"), undefined],
    ["the same person in the same post twice", at("e", "iso_officer", "01/01/2018", null), "e"],
    ["another person in that post", at("f", "iso_officer", "01/01/2018", null), undefined],
    ["the same person in another post", at("b", "deputy_head", "20/12/2017", null), undefined],
  ] as const)("is held against what there is: %s", (_, asked, by) => {
    const officer = at("e", "iso_officer", "01/01/2015", null);
    expect(inTheWay([next, acting, retired, officer], asked)?.personId).toBe(by);
  });

  it("may take the place of one that was cancelled", () => {
    const cancelled = at("a", "head", "01/01/2015", "01/01/2015", true);
    expect(inTheWay([cancelled], at("a", "head", "01/01/2015", null))).toBeUndefined();
  });
});
