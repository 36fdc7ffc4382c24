import { describe, expect, it } from "vitest";

import { recordMilestone } from "@/lib/adoption/commands";
import { findLapse } from "@/lib/adoption/consequences/queries";
import { recordDeclaration } from "@/lib/adoption/declarations/commands";
import { findProspect } from "@/lib/adoption/declarations/queries";
import { stateDelay } from "@/lib/adoption/delays/commands";
import { recordLapse } from "@/lib/adoption/lapses/commands";
import type { LapseForm } from "@/lib/adoption/lapses/schema";
import { findAdoption } from "@/lib/adoption/progress/queries";
import { listStandings } from "@/lib/adoption/queries";
import { daysOverdue } from "@/lib/adoption/rules";
import { plainDate } from "@/lib/kernel/plain-date";
import { findDuties } from "@/lib/reminders/queries";
import { summaryOf } from "@/lib/reports/documents/summary";
import { findSummary } from "@/lib/reports/queries";
import { unregistered } from "@/lib/reports/rules";
import { createViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const everybody = {
  on: today,
  query: "",
  kind: null,
  obligation: null,
  overdue: false,
  topic: null,
  page: 1,
};

const agencyOf = async (code: string): Promise<string> =>
  (await rowsOf<{ id: string }>("select id from agency where code = $1", [code]))[0]?.id ?? "";

const lapse = (agencyId: string, more: Partial<LapseForm> = {}): LapseForm => ({
  agencyId,
  agencyCode: "ubnd-duc-pho",
  lapsedOn: plainDate("21/12/2017"),
  evidence: "Thông báo số 9/TB-UBND ngày 21/12/2017",
  ...more,
});

const written = () =>
  rowsOf(`select (select count(*) from milestone) as milestones, (select count(*) from journal_entry) as entries,
    (select md5(string_agg(s::text, ',' order by s::text)) from agency_standing s) as standings`);

describe("a lapse", () => {
  it("is refused on a page whose consequences have changed since it was opened", async () => {
    const [head, agencyId] = [await viewerNamed("head"), await agencyOf("ubnd-duc-pho")];
    const before = await written();
    expect(await recordLapse(head, lapse(agencyId, { shown: "older" }))).toMatchObject({
      ok: false,
      problems: [{ code: "shown-changed" }],
    });
    expect(await written()).toEqual(before);
  });

  it.each(["officer", "inspector", "admin"])(
    "is not the %s's to say, in the application or past it",
    async (name) => {
      const [viewer, agencyId] = [await viewerNamed(name), await agencyOf("ubnd-duc-pho")];
      const before = await written();
      expect(await recordLapse(viewer, lapse(agencyId))).toMatchObject({
        ok: false,
        problems: [{ code: "not-yours" }],
      });
      expect(await findLapse(viewer, agencyId, today)).toBeNull();
      expect(await written()).toEqual(before);
    },
  );

  it.each([
    ["a day to come", { lapsedOn: plainDate("01/01/2018") }, "date-in-future", "lapsedOn"],
    ["a day before the declaration", { lapsedOn: plainDate("01/01/2009") }, "date-before", "lapsedOn"],
  ] as const)("is refused of %s", async (_day, more, code, field) => {
    const [head, agencyId] = [await viewerNamed("head"), await agencyOf("ubnd-duc-pho")];
    const before = await written();
    expect(await recordLapse(head, lapse(agencyId, more))).toMatchObject({
      ok: false,
      problems: [{ code, field }],
    });
    expect(await written()).toEqual(before);
  });

  it("is nothing that happens to an agency on its way", async () => {
    const [leader, agencyId] = [await viewerNamed("leader"), await agencyOf("sgtvt")];
    expect(await findLapse(leader, agencyId, today)).toBeNull();
    expect(await recordLapse(leader, lapse(agencyId, { lapsedOn: today }))).toMatchObject({
      problems: [{ code: "not-declared" }],
    });
  });

  it("says first what it changes, to the province as to the head: the own status, and its two figures", async () => {
    const agencyId = await agencyOf("ubnd-duc-pho");
    for (const name of ["leader", "head"] as const)
      expect(await findLapse(await viewerNamed(name), agencyId, today)).toMatchObject({
        stage: { before: "declared", after: "lapsed" },
        figures: { before: { declared: 36, total: 46 }, after: { declared: 35, total: 46 } },
      });
  });

  it("has its own name and its own clock, and is in the history", async () => {
    const [head, agencyId] = [await viewerNamed("head"), await agencyOf("ubnd-duc-pho")];
    expect(await recordLapse(head, lapse(agencyId))).toMatchObject({ ok: true });
    const { standing } = await findAdoption(head, agencyId, today);
    expect(standing).toMatchObject({ stage: "lapsed", dueOn: "2017-12-21" });
    expect(standing && daysOverdue(standing, today)).toBe(10);
    expect(
      await rowsOf(
        "select actor_role as role from journal_entry where action = 'system-lapsed' and entity_id = $1",
        [agencyId],
      ),
    ).toEqual([{ role: "head" }]);
  });

  it("has it wherever it is counted or read: dashboard, list, declaration, desk, report", async () => {
    const [leader, head, agencyId] = [
      await viewerNamed("leader"),
      await viewerNamed("head"),
      await agencyOf("ubnd-duc-pho"),
    ];
    const summary = await findSummary(leader, 2017, today, unregistered);
    const { headline, overdue } = summary?.figures.dashboard ?? {};
    expect(headline).toMatchObject({
      ...{ declared: 35, in_progress: 7, not_started: 3, lapsed: 1, total: 46, overdue: 11, lateSince: null },
      late: { in_progress: 7, not_started: 3, lapsed: 1 },
    });
    expect(overdue?.map(({ bucket }) => bucket).filter((bucket) => bucket === "lapsed")).toHaveLength(1);
    const lapsed = { ...everybody, bucket: "lapsed" as const };
    expect((await listStandings(leader, lapsed)).lines.map(({ code }) => code)).toEqual(["ubnd-duc-pho"]);
    const [declaration] = (await findAdoption(head, agencyId, today)).declarations;
    expect(declaration).toMatchObject({ superseded: false, endedOn: "2017-12-21" });
    const [before] = (await findAdoption(head, agencyId, plainDate("20/12/2017"))).declarations;
    expect(before).toMatchObject({ superseded: false, endedOn: null });
    const own = { id: agencyId, code: "ubnd-duc-pho" };
    const { tasks } = await findDuties(head, own, "head", today, "vi");
    expect(tasks.find(({ kind }) => kind === "declare")).toMatchObject({ lapsed: true, dueOn: "2017-12-21" });
    const said = JSON.stringify(summary && summaryOf(summary));
    expect(said).toContain("3 cơ quan chưa thực hiện, 1 cơ quan đã ngừng hiệu lực");
    expect(said).toContain("Trong 11 cơ quan chưa công bố hoặc đã ngừng hiệu lực");
  });

  it("leaves nothing of what was said before it: no promised day and no cause, until they are said anew", async () => {
    const agencyId = await agencyOf("sgtvt");
    const [leader, officer] = [await viewerNamed("leader"), await createViewer("officer", "sgtvt")];
    const [before] = (await listStandings(leader, { ...everybody, bucket: null, query: "giao thong" })).lines;
    expect(before).toMatchObject({ cause: "budget", next: { on: "2018-03-31" } });
    const declared = { agencyId, code: "sgtvt", editionId: "2008" as const, scan: null };
    const on = plainDate("15/12/2017");
    for (let kind; (kind = (await findProspect(officer, agencyId))?.next);)
      expect(
        await recordMilestone(officer, { ...declared, kind, occurredOn: on, evidence: "Biên bản" }),
      ).toMatchObject({ ok: true });
    expect(
      await recordDeclaration(officer, {
        ...{ ...declared, decisionNumber: "1/QĐ", number: "1/CB", declaredOn: on },
        ...{ proceduresCovered: 5, proceduresTotal: 9, unitsCovered: 1, unitsTotal: 1 },
        ...{ officeOn: null, websiteOn: null, leadAgencyOn: null },
      }),
    ).toMatchObject({ ok: true });
    const day = { agencyId, agencyCode: "sgtvt", lapsedOn: plainDate("20/12/2017") };
    expect(await recordLapse(leader, lapse(agencyId, day))).toMatchObject({ ok: true });
    const own = { id: agencyId, code: "sgtvt" };
    const said = async () => {
      const [line] = (await listStandings(leader, { ...everybody, bucket: null, query: "giao thong" })).lines;
      const { next, causes } = await findAdoption(officer, agencyId, today);
      const { tasks } = await findDuties(officer, own, "officer", today, "vi");
      const step = tasks.find(({ kind }) => kind === "milestone");
      return { line: [line?.next, line?.cause], page: [next, causes.length], step: step?.dueOn };
    };
    const planned = { kind: "planned", on: null };
    expect(await said()).toEqual({ line: [planned, null], page: [planned, 0], step: null });
    const cause = { agencyId, code: "sgtvt", reason: "budget", note: "Chưa bố trí được" } as const;
    expect(await stateDelay(officer, { ...cause, statedOn: plainDate("19/12/2017") })).toMatchObject({
      problems: [{ code: "date-before", values: { earliest: "20/12/2017" } }],
    });
    expect(await stateDelay(officer, { ...cause, statedOn: today })).toMatchObject({ ok: true });
    expect(await said()).toEqual({ line: [planned, "budget"], page: [planned, 1], step: null });
  });

  it("may be said by the leader too", async () => {
    const [leader, agencyId] = [await viewerNamed("leader"), await agencyOf("snv")];
    expect(await recordLapse(leader, lapse(agencyId, { lapsedOn: today }))).toMatchObject({ ok: true });
    expect((await findAdoption(leader, agencyId, today)).standing?.stage).toBe("lapsed");
  });
});
