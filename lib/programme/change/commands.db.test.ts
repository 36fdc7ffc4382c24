import { beforeEach, describe, expect, it } from "vitest";

import { addAgency, leaveOut, replanVisit } from "@/lib/programme/change/commands";
import { listColleagues } from "@/lib/programme/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import {
  codes,
  expectRefused,
  first,
  form,
  found,
  leader,
  none,
  personOf,
  proposeNext,
  written,
  year,
} from "@/tests/support/database/programmes";
import { createViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

beforeEach(proposeNext);

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

  it("keeps a member whose account is locked, who is marked in the form, until somebody takes them out", async () => {
    const visit = await first();
    const [lead, away] = [
      await personOf("inspector"),
      (await createViewer("inspector", null)).personId ?? "",
    ];
    const team = { ...none, leader: lead, members: [away] };
    expect(codes(await replanVisit(await leader(), form(visit, { team })))).toEqual(["done"]);
    await rowsOf("update account set disabled_at = now() where person_id = $1", [away]);
    const shown = (await listColleagues(await leader(), visit.id)).find(({ id }) => id === away);
    expect(shown).toMatchObject({ locked: true });
    const moved = form(await first(), { mode: "desk", team });
    expect(codes(await replanVisit(await leader(), moved))).toEqual(["done"]);
    expect((await first()).team.map(({ duty }) => duty)).toEqual(["leader", "member"]);
    const without = form(await first(), { team: { ...team, members: [] } });
    expect(codes(await replanVisit(await leader(), without))).toEqual(["done"]);
    expect(await listColleagues(await leader(), visit.id)).not.toContainEqual(
      expect.objectContaining({ id: away }),
    );
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
