import { describe, expect, it } from "vitest";

import { listStandings } from "@/lib/adoption/queries";
import type { StandingFilter } from "@/lib/adoption/types";
import { findDashboard } from "@/lib/dashboard/queries";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const day = (text: string) => text as PlainDate;
const days = ["2010-12-31", "2013-06-30", "2016-12-31", "2017-01-01", "2017-12-31"].map(day);

const everybody = (on: PlainDate): StandingFilter => ({
  on,
  query: "",
  kind: null,
  obligation: null,
  bucket: null,
  overdue: false,
  topic: null,
  page: 1,
});

const counted = async (filter: StandingFilter): Promise<number> => {
  const { lines, total } = await listStandings(await viewerNamed("leader"), filter);
  expect(lines.length).toBe(Math.min(total, 50));
  return total;
};

const dashboardOn = async (on: PlainDate) => {
  const dashboard = await findDashboard(await viewerNamed("leader"), on);
  if (!dashboard) throw new Error("the leader reads the dashboard");
  return dashboard;
};

describe("the province at the end of 2017", () => {
  it("has 36 of 46 agencies declared, and ten overdue by 365 days", async () => {
    const { headline, overdue } = await dashboardOn(day("2017-12-31"));
    expect(headline).toMatchObject({
      declared: 36,
      in_progress: 7,
      not_started: 3,
      total: 46,
      overdue: 10,
    });
    expect(overdue.map(({ overdueDays }) => overdueDays)).toEqual(Array(10).fill(365));
    expect(overdue.every(({ cause }) => cause === "budget")).toBe(true);
  });

  it("counts nobody as overdue on the day of the deadline itself", async () => {
    expect((await dashboardOn(day("2016-12-31"))).headline.overdue).toBe(0);
    expect((await dashboardOn(day("2017-01-01"))).headline.overdue).toBeGreaterThan(0);
  });

  it("has no figures before the first record", async () => {
    const { headline, tiles } = await dashboardOn(day("1999-12-31"));
    expect(headline.total).toBe(0);
    expect(tiles).toEqual([]);
  });
});

it("cites on each day the acts then in force, and says why the rates are not all of one number", async () => {
  const citedOn = async (on: string) => {
    const { definition, jumps } = await dashboardOn(day(on));
    return [definition?.acts, jumps];
  };
  expect(await citedOn("2014-05-17")).toEqual([["144/2006/QĐ-TTg"], []]);
  expect(await citedOn("2015-01-01")).toEqual([["19/2014/QĐ-TTg"], []]);
  const joinings = [{ on: "2015-05-29", agencies: 12, acts: ["832/QĐ-UBND"] }];
  expect(await citedOn("2017-12-31")).toEqual([
    ["19/2014/QĐ-TTg", "832/QĐ-UBND"],
    [{ from: 34, to: 46, joinings }],
  ]);
});

describe.each(days)("every number of %s", (on) => {
  it("is the length of the list it leads to", async () => {
    const { headline, tiles } = await dashboardOn(on);
    expect(await counted(everybody(on))).toBe(headline.total);
    expect(tiles.length).toBe(headline.total);
    expect(await counted({ ...everybody(on), overdue: true })).toBe(headline.overdue);
    for (const bucket of ["declared", "in_progress", "not_started"] as const)
      expect(await counted({ ...everybody(on), bucket })).toBe(headline[bucket]);
    for (const { kind, total, declared } of headline.byKind) {
      expect(await counted({ ...everybody(on), kind })).toBe(total);
      expect(await counted({ ...everybody(on), kind, bucket: "declared" })).toBe(declared);
    }
  });

  it("is what the facts themselves say", async () => {
    const { headline } = await dashboardOn(on);
    const [row] = await rowsOf<{ n: number }>(
      `select count(*)::int as n from agency a
       where (select m.kind from milestone m where m.agency_id = a.id and m.occurred_on <= $1
         order by m.occurred_on desc, m.recorded_at desc, m.id desc limit 1) in ('declared', 'redeclared')
       and exists (select 1 from agency_obligation o where o.agency_id = a.id and o.valid_from <= $1
         and (o.valid_to is null or o.valid_to > $1) and o.obligation::text like 'mandatory%')`,
      [on],
    );
    expect(headline.declared).toBe(row?.n);
  });
});

describe("the shortcomings of a year", () => {
  it("lead each to the agencies in which they were found", async () => {
    const on = day("2017-12-31");
    const { topics } = await dashboardOn(on);
    expect(topics.length).toBeGreaterThanOrEqual(5);
    for (const { topic, agencies } of topics) {
      expect(await counted({ ...everybody(on), topic })).toBe(agencies);
    }
  });
});

describe("the search", () => {
  const found = (query: string) => counted({ ...everybody(day("2017-12-31")), query });

  it("ignores marks, the place of the tone mark and capitals", async () => {
    expect(await found("đức phổ")).toBe(1);
    expect(await found("DUC PHO")).toBe(1);
    expect(await found("hoà")).toBe(await found("hòa"));
  });

  it("reads UBND and Ủy ban nhân dân as one", async () => {
    const short = await found("UBND huyện");
    expect(short).toBeGreaterThan(0);
    expect(await found("ủy ban nhân dân huyện")).toBe(short);
  });

  it("takes the signs of a pattern for nothing", async () => {
    expect(await found("% _")).toBe(await found(""));
    expect(await found("duc%zzz")).toBe(0);
    expect(await found("' or 1=1 --")).toBe(0);
  });
});

describe("who may not read the province", () => {
  it.each(["officer", "admin"])("%s gets nothing", async (account) => {
    const viewer = await viewerNamed(account);
    expect(await findDashboard(viewer, day("2017-12-31"))).toBeNull();
    expect(await listStandings(viewer, everybody(day("2017-12-31")))).toEqual({ lines: [], total: 0 });
  });
});
