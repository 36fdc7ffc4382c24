import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  approvalProblems,
  capacityProblems,
  closedOn,
  planProblems,
  propose,
  spreadDates,
  teamMembers,
  teamOf,
} from "@/lib/programme/rules";
import type { PlanContext, PlannedVisit, VisitPlan } from "@/lib/programme/types";
import type { Ranked } from "@/lib/programme/risk/types";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import type { Problem } from "@/lib/kernel/problem";

const day = plainDate;
const holidays = [{ day: day("25/04/2018"), name: "Giỗ Tổ Hùng Vương" }];
const said = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, field }) => (field ? `${code} @ ${field}` : code));

describe("a day", () => {
  it.each([
    ["25/04/2018", "Giỗ Tổ Hùng Vương"],
    ["21/04/2018", "weekend"],
    ["22/04/2018", "weekend"],
    ["23/04/2018", null],
  ])("%s: %s", (text, closed) => {
    expect(closedOn(day(text), holidays)).toBe(closed);
  });
});

describe("spreading visits over a period", () => {
  it("takes working days only, in order, each once, within the period, whatever is asked", () => {
    const from = day("05/03/2018");
    const days = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), days, (count, length) => {
        const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10) as PlainDate;
        const dates = spreadDates(count, { from, to }, holidays);
        if (dates === null) return;
        expect(dates).toHaveLength(count);
        expect(new Set(dates).size).toBe(count);
        expect(dates.toSorted()).toEqual(dates);
        for (const each of dates) {
          expect(closedOn(each, holidays)).toBeNull();
          expect(each >= from && each <= to).toBe(true);
        }
      }),
    );
  });

  it("says so where there are fewer working days than visits", () => {
    const week = { from: day("23/04/2018"), to: day("27/04/2018") };
    expect(spreadDates(4, week, holidays)).toHaveLength(4);
    expect(spreadDates(5, week, holidays)).toBeNull();
  });
});

const capacity = { onSite: 2, desk: 1, from: day("05/03/2018"), to: day("28/09/2018") };
const today = day("31/12/2017");

describe("a proposal", () => {
  it.each<[string, number, Partial<typeof capacity>, string[]]>([
    ["in order", 2018, {}, []],
    ["for a year that is over", 2016, {}, ["year-over"]],
    ["outside its year", 2018, { from: day("31/12/2017") }, ["outside-year @ from"]],
    ["that ends before it begins", 2018, { to: day("04/03/2018") }, ["date-before @ to"]],
    ["without visits", 2018, { onSite: 0, desk: 0 }, ["no-visits @ onSite"]],
    ["with too few days", 2018, { to: day("06/03/2018") }, ["too-few-days @ to"]],
  ])("%s", (_name, year, change, problems) => {
    expect(said(capacityProblems(year, { ...capacity, ...change }, today, holidays))).toEqual(problems);
  });

  it("visits the first of the ranking on site, the next by papers, and leaves the others", () => {
    const ranked = ["a", "b", "c", "d"].map((code): Ranked => ({
      facts: {
        agencyId: code,
        code,
        lastVisitOn: null,
        openFindings: 0,
        overdueFindings: 0,
        everDeclared: true,
        editionDeadlineOn: null,
        officerChangedOn: null,
        legalChangesOn: [],
      },
      points: 0,
      reasons: [],
    }));
    const proposed = propose(ranked, capacity, holidays);
    expect(proposed.map(({ facts, visit }) => [facts.code, visit?.mode ?? null])).toEqual([
      ["a", "on_site"],
      ["b", "on_site"],
      ["c", "desk"],
      ["d", null],
    ]);
    expect(propose(ranked, { ...capacity, onSite: 10 }, holidays).every(({ visit }) => visit !== null)).toBe(
      true,
    );
  });
});

const nobody = { leader: null, deputy: null, secretary: null, members: [] };
const plan: VisitPlan = {
  mode: "on_site",
  plannedOn: day("23/04/2018"),
  team: { leader: "an", deputy: "binh", secretary: null, members: ["chi"] },
};
const post = { agencyId: "audited", from: day("01/01/2018"), to: day("01/05/2018") };
const context: PlanContext = {
  year: 2018,
  agencyId: "audited",
  colleagues: [
    { id: "an", name: "An", posts: [], locked: false },
    { id: "binh", name: "Bình", posts: [{ ...post, agencyId: "elsewhere" }], locked: false },
    { id: "chi", name: "Chi", posts: [], locked: false },
    { id: "dung", name: "Dung", posts: [post], locked: false },
  ],
  holidays,
  engaged: [{ personId: "somebody else", agencyName: "Sở Nội vụ" }],
  keepDay: false,
};

describe("the plan of a visit", () => {
  it.each<[string, Partial<VisitPlan>, Partial<PlanContext>, string[]]>([
    ["is fine", {}, {}, []],
    ["in another year", { plannedOn: day("23/04/2019") }, {}, ["outside-year @ plannedOn"]],
    ["on a Sunday", { plannedOn: day("22/04/2018") }, {}, ["weekend @ plannedOn"]],
    ["on a Sunday that is wanted", { plannedOn: day("22/04/2018") }, { keepDay: true }, []],
    ["on a holiday", { plannedOn: day("25/04/2018") }, {}, ["holiday @ plannedOn"]],
    ["without a leader", { team: nobody }, {}, ["leader-needed @ leader"]],
    ["with an unknown person", { team: { ...nobody, leader: "x" } }, {}, ["not-an-id @ leader"]],
    [
      "with one person twice",
      { team: { ...nobody, leader: "an", members: ["an"] } },
      {},
      ["person-twice @ members"],
    ],
    [
      "with somebody who serves there",
      { team: { ...nobody, leader: "an", secretary: "dung" } },
      {},
      ["serves-there @ secretary"],
    ],
    [
      "with somebody who has left there",
      { plannedOn: day("02/05/2018"), team: { ...nobody, leader: "dung" } },
      {},
      [],
    ],
    [
      "with somebody who is taken",
      {},
      { engaged: [{ personId: "chi", agencyName: "Sở Nội vụ" }] },
      ["person-clash @ members"],
    ],
  ])("%s", (_name, change, other, problems) => {
    expect(said(planProblems({ ...plan, ...change }, { ...context, ...other }))).toEqual(problems);
  });

  it("reads a team from its people and back", () => {
    expect(teamOf(teamMembers(plan.team))).toEqual(plan.team);
    expect(teamOf([])).toEqual(nobody);
  });
});

const visit = (agency: string, plannedOn: string, leader: string | null): PlannedVisit => ({
  id: agency,
  version: 1,
  agencyId: agency,
  agencyCode: agency,
  agencyName: agency,
  mode: "on_site",
  plannedOn: day(plannedOn),
  state: "planned",
  followUp: false,
  team: leader === null ? [] : [{ personId: leader, name: leader, duty: "leader" }],
});

describe("approving", () => {
  it.each<[string, PlannedVisit[], string, string[]]>([
    ["is fine", [visit("a", "23/04/2018", "an"), visit("b", "24/04/2018", "an")], "31/12/2017", []],
    ["nothing", [], "31/12/2017", ["no-visits"]],
    ["on a day to come", [visit("a", "23/04/2018", "an")], "01/01/2018", ["date-in-future @ decidedOn"]],
    ["a team without leader", [visit("a", "23/04/2018", null)], "31/12/2017", ["visits-without-leader"]],
    [
      "a clash of people",
      [visit("a", "23/04/2018", "an"), visit("b", "23/04/2018", "an")],
      "31/12/2017",
      ["person-clash"],
    ],
  ])("%s", (_name, visits, decidedOn, problems) => {
    expect(said(approvalProblems(visits, day(decidedOn), today))).toEqual(problems);
  });
});
