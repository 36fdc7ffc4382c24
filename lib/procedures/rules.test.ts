import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isCurrent, itemState, knownOn, nextNumber, stateOf, summaryOf } from "@/lib/procedures/rules";
import type { RequiredState, RevisionDates } from "@/lib/procedures/types";
import { addDays, plainDate } from "@/lib/kernel/plain-date";

const today = plainDate("31/12/2017");
const revision = (more: Partial<RevisionDates>): RevisionDates => ({
  approvedOn: null,
  effectiveOn: null,
  obsoleteOn: null,
  reviewDueOn: null,
  ...more,
});
const approved = (from: string, more: Partial<RevisionDates> = {}) =>
  revision({ approvedOn: plainDate(from), effectiveOn: plainDate(from), ...more });

describe("the state of a document", () => {
  it.each([
    ["missing", []],
    ["draft", [revision({})]],
    ["current", [approved("01/01/2017")]],
    ["current", [approved("01/01/2017"), revision({})]],
    ["approved", [approved("01/01/2018")]],
    ["approved", [approved("01/01/2018"), revision({})]],
    [
      "current",
      [
        approved("01/01/2018"),
        approved("01/01/2017", { reviewDueOn: today, obsoleteOn: plainDate("01/01/2018") }),
      ],
    ],
    ["review_due", [approved("01/01/2017", { reviewDueOn: plainDate("30/01/2018") })]],
    ["current", [approved("01/01/2017", { reviewDueOn: plainDate("31/01/2018") })]],
    ["review_due", [approved("01/01/2017", { reviewDueOn: plainDate("01/06/2017") })]],
    ["draft", [approved("01/01/2016", { obsoleteOn: today })]],
  ] as const)("is %s", (state, revisions) => {
    expect(stateOf(revisions, today)).toBe(state);
  });

  it("is withdrawn from that day on", () => {
    expect(stateOf([approved("01/01/2017")], today, today)).toBe("withdrawn");
    expect(stateOf([approved("01/01/2017")], today, addDays(today, 1))).toBe("current");
  });
});

describe("what was known of a document on an earlier day", () => {
  const written = (draftedOn: string, more: RevisionDates) => ({ ...more, draftedOn: plainDate(draftedOn) });
  const known = (on: string) => {
    const rows = [
      written("15/09/2016", approved("03/10/2016")),
      written("05/01/2014", approved("20/12/2013", { obsoleteOn: plainDate("03/10/2016") })),
    ];
    return stateOf(knownOn(rows, plainDate(on)), plainDate(on));
  };

  it.each([
    ["19/12/2013", "missing"],
    ["20/12/2013", "current"],
    ["20/09/2016", "current"],
    ["03/10/2016", "current"],
  ] as const)(
    "is on %s %s: a paper that was in force is known from that day, whenever it was typed in",
    (on, state) => {
      expect(known(on)).toBe(state);
    },
  );

  it("is a draft until it is approved, and nothing before it is written", () => {
    const rows = [written("01/06/2016", approved("01/07/2016", { reviewDueOn: plainDate("10/06/2016") }))];
    const states = ["31/05/2016", "30/06/2016", "01/07/2016"].map((on) =>
      stateOf(knownOn(rows, plainDate(on)), plainDate(on)),
    );
    expect(states).toEqual(["missing", "draft", "review_due"]);
    expect(knownOn(rows, plainDate("30/06/2016"))).toEqual([written("01/06/2016", revision({}))]);
  });
});

it("takes the best document for a required item", () => {
  expect(itemState(["draft", "review_due", "withdrawn"])).toBe("review_due");
  expect(itemState(["withdrawn"])).toBe("missing");
  expect(itemState(["draft", "approved"])).toBe("approved");
  expect(itemState([], plainDate("20/12/2017"))).toBe("current");
});

it("counts what only waits for its review as in force, and names what is missing", () => {
  const item = (id: string, state: RequiredState) => ({
    id,
    state,
    clause: "4.2.3",
    title: `Tài liệu ${id}`,
  });
  const summary = summaryOf([
    item("1", "current"),
    item("2", "review_due"),
    item("3", "draft"),
    item("4", "missing"),
    item("5", "missing"),
  ]);
  expect(summary).toMatchObject({
    done: 2,
    total: 5,
    counts: { current: 1, review_due: 1, draft: 1, missing: 2 },
  });
  expect(summary.missing.map(({ title }) => title)).toEqual(["Tài liệu 4", "Tài liệu 5"]);
});

it("numbers revisions upwards, and a new issue from 0", () => {
  expect(nextNumber([], false)).toEqual({ issueNo: 1, revisionNo: 0 });
  const existing = [
    { issueNo: 1, revisionNo: 0 },
    { issueNo: 1, revisionNo: 1 },
  ];
  expect(nextNumber(existing, false)).toEqual({ issueNo: 1, revisionNo: 2 });
  expect(nextNumber(existing, true)).toEqual({ issueNo: 2, revisionNo: 0 });
});

it("has at most one revision in force on any day, when each ends as the next begins", () => {
  const starts = fc
    .uniqueArray(fc.nat(3000), { minLength: 1, maxLength: 8 })
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(starts, fc.nat(3000), (list, on) => {
      const day = (n: number) => addDays(plainDate("01/01/2010"), n);
      const revisions = list.map((start, index) => {
        const next = list[index + 1];
        return revision({
          approvedOn: day(start),
          effectiveOn: day(start),
          obsoleteOn: next === undefined ? null : day(next),
        });
      });
      const current = revisions.filter((each) => isCurrent(each, day(on)));
      expect(current).toHaveLength(on >= (list[0] ?? 0) ? 1 : 0);
    }),
  );
});
