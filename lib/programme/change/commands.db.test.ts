import { beforeEach, describe, expect, it } from "vitest";

import { addAgency, leaveOut, replanVisit } from "@/lib/programme/change/commands";
import { approveProgramme, proposeProgramme } from "@/lib/programme/commands";
import { findProgramme, listYear } from "@/lib/programme/queries";
import { teamOf } from "@/lib/programme/rules";
import type { PlannedVisit, ProgrammeRecord } from "@/lib/programme/types";
import { listVisits } from "@/lib/visits/queries";
import { findVisit } from "@/lib/visits/record/queries";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

let year = 2018;

const leader = () => viewerNamed("leader");
const personOf = async (account: string): Promise<string> =>
  (await rowsOf<{ id: string }>("select person_id as id from account where name = $1", [account]))[0]?.id ??
  "";

const found = async (of = year): Promise<ProgrammeRecord> => {
  const programme = await findProgramme(await leader(), of, "vi");
  if (!programme) throw new Error("no programme");
  return programme;
};

const first = async (): Promise<PlannedVisit> => {
  const [visit] = (await found()).visits;
  if (!visit) throw new Error("no visit");
  return visit;
};

const codes = (result: Result<unknown>): string[] =>
  result.ok ? ["done"] : result.problems.map(({ code }) => code);

/** What a refusal must leave as it was. */
const written = async (): Promise<string> => {
  const [row] = await rowsOf<{ all: string }>(
    `select concat_ws(' ', (select count(*) from journal_entry), (select sum(version) from programme), (select count(*) from programme_approval),
      (select md5(string_agg(v::text, ',' order by v.id)) from visit v), (select md5(string_agg(m::text, ',' order by m::text)) from team_member m),
      (select md5(string_agg(c::text, ',' order by c::text)) from programme_candidate c)) as all`,
  );
  return row?.all ?? "";
};

async function expectRefused(act: () => Promise<Result<unknown>>, ...problems: string[]): Promise<void> {
  const before = await written();
  expect(codes(await act())).toEqual(problems);
  expect(await written()).toBe(before);
}

const none = { leader: null, deputy: null, secretary: null, members: [] };

/** The visit as it stands, with some of it otherwise. */
const form = (visit: PlannedVisit, change: object = {}) => ({
  year,
  visitId: visit.id,
  version: visit.version,
  mode: visit.mode,
  plannedOn: visit.plannedOn,
  keepDay: false,
  others: false,
  reason: "",
  team: teamOf(visit.team),
  ...change,
});

const inYear = (rest: string): PlainDate => plainDate(`${rest}/${year}`);

beforeEach(async () => {
  year += 1;
  const proposed = await proposeProgramme(await leader(), {
    year,
    onSite: 3,
    desk: 1,
    from: inYear("01/06"),
    to: inYear("31/08"),
  });
  expect(codes(proposed)).toEqual(["done"]);
});

/** Gives every visit of the draft a team that the inspector leads. */
async function staff(): Promise<void> {
  const team = { ...none, leader: await personOf("inspector") };
  expect(codes(await replanVisit(await leader(), form(await first(), { team, others: true })))).toEqual([
    "done",
  ]);
}

async function approved(): Promise<ProgrammeRecord> {
  await staff();
  const { version } = await found();
  const decision = { decisionNumber: "12/QĐ-UBND", decidedOn: plainDate("31/12/2017") };
  expect(codes(await approveProgramme(await leader(), { year, version, ...decision }))).toEqual(["done"]);
  return found();
}

describe("proposing", () => {
  it("gives the same list again, and freezes it with its reasons", async () => {
    const one = await found();
    year += 1;
    await proposeProgramme(await leader(), {
      year,
      onSite: 3,
      desk: 1,
      from: inYear("01/06"),
      to: inYear("31/08"),
    });
    const other = await found();
    expect(other.candidates).toEqual(one.candidates);
    expect(one.candidates).toHaveLength(46);
    expect(one.visits.map(({ agencyId }) => agencyId)).toEqual(other.visits.map(({ agencyId }) => agencyId));
    expect(one.visits.map(({ mode }) => mode)).toEqual(["on_site", "on_site", "on_site", "desk"]);
    expect(one.candidates[0]?.reasons.length).toBeGreaterThan(0);
  });

  it("is refused twice, and for a year that is over", async () => {
    const again = { year, onSite: 1, desk: 0, from: inYear("01/06"), to: inYear("31/08") };
    await expectRefused(async () => proposeProgramme(await leader(), again), "programme-exists");
    const past = {
      year: 2015,
      onSite: 1,
      desk: 0,
      from: plainDate("01/06/2015"),
      to: plainDate("31/08/2015"),
    };
    await expectRefused(async () => proposeProgramme(await leader(), past), "year-over");
  });
});

describe("changing the plan of a visit", () => {
  it("moves it, gives it a team and says in history what was before", async () => {
    const visit = await first();
    const team = { ...none, leader: await personOf("inspector") };
    await replanVisit(await leader(), form(visit, { mode: "desk", team }));
    expect(await first()).toMatchObject({
      mode: "desk",
      version: visit.version + 1,
      team: [{ duty: "leader" }],
    });
    const { id } = await found();
    const [entry] = await rowsOf<{ content: string; action: string }>(
      "select content, action from journal_entry where entity = 'programme' and entity_id = $1 order by id desc limit 1",
      [id],
    );
    expect(entry?.action).toBe("programme-changed");
    expect(JSON.parse(entry?.content ?? "{}")).toMatchObject({
      agency: visit.agencyName,
      mode: "desk",
      modeBefore: "on_site",
    });
  });

  it("refuses a day in another year, a day off, a team without leader", async () => {
    const visit = await first();
    const team = { ...none, leader: await personOf("inspector") };
    const other = plainDate(`01/06/${year + 1}`);
    await expectRefused(
      async () => replanVisit(await leader(), form(visit, { team, plannedOn: other, keepDay: true })),
      "outside-year",
    );
    await rowsOf("insert into holiday values ($1, 'Nghỉ thử', 'Trial', 'test')", [visit.plannedOn]);
    await expectRefused(async () => replanVisit(await leader(), form(visit, { team })), "holiday");
    await rowsOf("delete from holiday where name_en = 'Trial'");
    await expectRefused(async () => replanVisit(await leader(), form(visit)), "leader-needed");
  });

  it("refuses somebody who serves in the agency, and somebody who is taken that day", async () => {
    const [visit, next] = (await found()).visits;
    if (!visit || !next) throw new Error("no visits");
    const person = await personOf("inspector");
    const team = { ...none, leader: person };
    await rowsOf(
      "insert into appointment (person_id, agency_id, post, title, valid_from) values ($1, $2, 'deputy_head', 'x', '2017-01-01')",
      [person, visit.agencyId],
    );
    await expectRefused(async () => replanVisit(await leader(), form(visit, { team })), "serves-there");
    await rowsOf("delete from appointment where title = 'x'");
    expect(codes(await replanVisit(await leader(), form(visit, { team })))).toEqual(["done"]);
    const sameDay = form(next, { team, plannedOn: visit.plannedOn });
    await expectRefused(async () => replanVisit(await leader(), sameDay), "person-clash");
  });

  it("refuses a stale save and shows what stands there", async () => {
    const visit = await first();
    const team = { ...none, leader: await personOf("inspector") };
    await replanVisit(await leader(), form(visit, { mode: "desk", team }));
    const before = await written();
    const stale = await replanVisit(await leader(), form(visit, { mode: "on_site", team }));
    expect(stale).toMatchObject({
      ok: false,
      conflict: { current: { mode: "desk", version: String(visit.version + 1), leader: team.leader } },
    });
    expect(await written()).toBe(before);
  });

  it("lets one of two who plan the same person for one day at the same moment win", async () => {
    const [a, b] = (await found()).visits;
    if (!a || !b) throw new Error("no visits");
    const team = { ...none, leader: await personOf("inspector") };
    const viewer = await leader();
    const results = await Promise.all([
      replanVisit(viewer, form(a, { team, plannedOn: a.plannedOn })),
      replanVisit(viewer, form(b, { team, plannedOn: a.plannedOn })),
    ]);
    expect(results.flatMap(codes).toSorted()).toEqual(["done", "person-clash"]);
  });

  it("refuses a visit under way, in the command and in the database", async () => {
    const visit = await first();
    await rowsOf(
      "insert into visit_section (visit_id, agency_id, group_code, version, saved_by, saved_at) select $1, $2, 'A', 1, id, now() from account where name = 'inspector'",
      [visit.id, visit.agencyId],
    );
    const team = { ...none, leader: await personOf("inspector") };
    await expectRefused(async () => replanVisit(await leader(), form(visit, { team })), "visit-begun");
    const out = { year, visitId: visit.id, version: visit.version, reason: "x" };
    await expectRefused(async () => leaveOut(await leader(), out), "visit-begun");
    for (const statement of [
      "update visit set mode = 'desk' where id = $1",
      "delete from visit where id = $1",
    ])
      await expect(rowsOf(statement, [visit.id]), statement).rejects.toThrow(/has begun/);
  });

  it("refuses a visit for which a device has delivered anything", async () => {
    const visit = await first();
    await rowsOf(
      "insert into answer (visit_id, agency_id, checklist_id, question_code, outcome) select id, agency_id, checklist_id, 'D.1', 'conforming' from visit where id = $1",
      [visit.id],
    );
    const out = { year, visitId: visit.id, version: visit.version, reason: "x" };
    await expectRefused(async () => leaveOut(await leader(), out), "visit-begun");
    await expect(rowsOf("delete from visit where id = $1", [visit.id])).rejects.toThrow(/has begun/);
  });

  it.each(["officer", "head", "admin"] as const)("is not for the %s", async (role) => {
    const visit = await first();
    await expectRefused(async () => replanVisit(await viewerNamed(role), form(visit)), "not-yours");
  });
});

describe("adding and leaving out", () => {
  it("keeps the reasons with the ranking, and takes nothing of history away", async () => {
    const visit = await first();
    const { version, agencyId } = visit;
    await leaveOut(await leader(), { year, visitId: visit.id, version, reason: "Đang sắp xếp" });
    const after = await found();
    expect(after.visits.map(({ id }) => id)).not.toContain(visit.id);
    expect(after.candidates.find((each) => each.agencyId === agencyId)?.reason).toBe("Đang sắp xếp");
    const back = {
      ...form(visit),
      agencyId,
      reason: "Đã sắp xếp xong",
      team: { ...none, leader: await personOf("inspector") },
    };
    expect(codes(await addAgency(await leader(), back))).toEqual(["done"]);
    await expectRefused(async () => addAgency(await leader(), back), "already-planned");
  });

  it("refuses a visit that somebody else has taken out", async () => {
    const visit = await first();
    const out = { year, visitId: visit.id, version: visit.version, reason: "Đang sắp xếp" };
    await leaveOut(await leader(), out);
    await expectRefused(async () => leaveOut(await leader(), out), "not-planned");
  });
});

describe("approving", () => {
  const decision = { decisionNumber: "12/QĐ-UBND", decidedOn: plainDate("31/12/2017") };

  it("refuses teams without leader, a plan changed since, and who is not the leader", async () => {
    const { version } = await found();
    const now = { year, version, ...decision };
    await expectRefused(async () => approveProgramme(await leader(), now), "visits-without-leader");
    await staff();
    await expectRefused(async () => approveProgramme(await leader(), now), "read-changed");
    const seen = { ...now, version: (await found()).version };
    await expectRefused(async () => approveProgramme(await viewerNamed("inspector"), seen), "not-yours");
  });

  it("shows the visits to each agency, and only then", async () => {
    const out = await first();
    const officer = await viewerNamed("officer");
    const [own] = await rowsOf<{ id: string }>("select id from agency where code = 'ubnd-duc-pho'");
    const inspector = await personOf("inspector");
    const added = {
      ...form(out),
      plannedOn: inYear("02/09"),
      keepDay: true,
      agencyId: own?.id ?? "",
      reason: "Theo dõi khắc phục",
      team: { ...none, leader: inspector },
    };
    await addAgency(await leader(), added);
    const visit = (await found()).visits.find(({ agencyId }) => agencyId === own?.id);
    const seen = async () => [
      (await listYear(officer, year)).length,
      (await listVisits(officer, { year, agencyCode: null, team: false }, "vi")).length,
      (await findVisit(officer, visit?.id ?? "", "vi")) === null ? 0 : 1,
    ];
    expect(await seen()).toEqual([0, 0, 0]);
    await approved();
    expect(await seen()).toEqual([1, 1, 1]);
  });

  it("is a row with number, day and name, once", async () => {
    const { approval, version } = await approved();
    expect(approval).toMatchObject({ decisionNumber: "12/QĐ-UBND", decidedOn: "2017-12-31" });
    expect(approval?.approvedBy).toBe((await leader()).name);
    await expectRefused(
      async () => approveProgramme(await leader(), { year, version, ...decision }),
      "plan-approved",
    );
  });

  it("turns every later change into an amendment with its reason, told to the agency too", async () => {
    await approved();
    const visit = await first();
    const amended = form(visit, { mode: "desk" });
    await expectRefused(async () => replanVisit(await leader(), amended), "required");
    await replanVisit(await leader(), { ...amended, reason: "Trụ sở đang sửa chữa" });
    const entries = await rowsOf<{ action: string; content: string }>(
      "select action, content from journal_entry order by id desc limit 2",
    );
    expect(entries.map(({ action }) => action)).toEqual(["programme-amended", "visit-replanned"]);
    for (const { content } of entries) expect(content).toContain("Trụ sở đang sửa chữa");
  });
});

describe("row security", () => {
  it("lets nobody but leader and inspectors plan, and nobody but the leader approve", async () => {
    const visit = await first();
    const { testDatabase } = await import("@/tests/support/database/database");
    const { default: pg } = await import("pg");
    const app = new pg.Client({ connectionString: testDatabase().appUrl });
    await app.connect();
    const as = async (role: string, statement: string, values: unknown[]) => {
      await app.query("begin");
      try {
        await app.query("select set_config('app.role', $1, true), set_config('app.agency_id', $2, true)", [
          role,
          visit.agencyId,
        ]);
        return (await app.query(statement, values)).rowCount;
      } finally {
        await app.query("rollback");
      }
    };
    try {
      for (const role of ["officer", "head", "admin"]) {
        expect(await as(role, "update visit set mode = 'desk' where id = $1", [visit.id])).toBe(0);
        expect(await as(role, "delete from team_member where visit_id = $1", [visit.id])).toBe(0);
        expect(await as(role, "select 1 from programme_candidate", [])).toBe(0);
      }
      const approval = "update programme set approved_on = '2017-12-31' where year = $1";
      await expect(as("inspector", approval, [year])).rejects.toThrow(/approved once, by the leader/);
      expect(await as("leader", approval, [year])).toBe(1);
    } finally {
      await app.end();
    }
  });
});
