import { beforeAll, describe, expect, it } from "vitest";

import { enableAccount } from "@/lib/accounts/commands";
import { disableAccount, handOn } from "@/lib/accounts/handover/commands";
import { findHoldings, listLeftBehind } from "@/lib/accounts/handover/queries";
import { passingKinds, type HeldKind, type PassingKind } from "@/lib/accounts/handover/types";
import { changeRights } from "@/lib/accounts/rights/commands";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { unserved } from "@/lib/appointments/staffing/rules";
import { findFollowUp, listWaiting } from "@/lib/findings/followed/queries";
import { listInspectorTasks } from "@/lib/reminders/digests/queries";
import { findKeptInput, keepFor } from "@/lib/gate/kept-input";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate } from "@/lib/kernel/plain-date";
import { plantViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const all = [...passingKinds];
let admin: Viewer;

beforeAll(async () => {
  admin = await viewerNamed("admin");
});

const idOf = ({ accountId }: Viewer): string => accountId ?? "";
const heldOf = async (viewer: Viewer) => (await findHoldings(admin, idOf(viewer), today)).held;
const kindsOf = async (viewer: Viewer): Promise<HeldKind[]> => (await heldOf(viewer)).map(({ kind }) => kind);
const lock = (viewer: Viewer, to: Viewer | "later" | "", things: PassingKind[] = all) =>
  disableAccount(admin, { id: idOf(viewer), successor: typeof to === "string" ? to : idOf(to), things });

type Planned = { plannedOn?: string; begun?: Viewer; final?: boolean };

const end = (visitId: string) =>
  rowsOf(
    `insert into visit_result select (jsonb_populate_record(null::visit_result,
       to_jsonb(r) || jsonb_build_object('visit_id', $1::uuid, 'agency_id', v.agency_id))).*
     from (select * from visit_result limit 1) r, visit v where v.id = $1::uuid`,
    [visitId],
  );

/** A visit of Mộ Đức led by somebody; begun where somebody has recorded on it. */
async function plantVisit(
  leader: Viewer,
  { plannedOn = "2017-12-29", begun, final }: Planned = {},
): Promise<string> {
  const [visit] = await rowsOf<{ id: string }>(
    `insert into visit (agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
     select a.id, p.id, 'on_site', $1, 'qn-2017', '2008', false from agency a, programme p
     where a.code = 'ubnd-mo-duc' and p.year = 2017 returning id`,
    [plannedOn],
  );
  const id = visit?.id ?? "";
  await rowsOf("insert into team_member (visit_id, person_id, duty) values ($1, $2, 'leader')", [
    id,
    leader.personId,
  ]);
  if (begun) {
    await rowsOf(
      `insert into visit_section (visit_id, agency_id, group_code, version, saved_by, saved_at)
       select id, agency_id, 'D', 1, $2, now() from visit where id = $1`,
      [id, begun.accountId],
    );
    await rowsOf(
      `insert into visit_group (visit_id, group_code, person_id, agency_id, taken_at)
       select id, 'D', $2, agency_id, now() from visit where id = $1`,
      [id, begun.personId],
    );
  }
  if (final) await end(id);
  return id;
}

async function plantFinding(visitId: string): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    `insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on)
     select agency_id, id, 'D.2', 'minor', 'policy_posting', 'Bảng tin tầng 1 niêm yết bản cũ', '2008', '5.3', 'Trụ sở', '2017-12-01'
     from visit where id = $1 returning id`,
    [visitId],
  );
  return row?.id ?? "";
}

async function plantAnswer(findingId: string, responsible: string): Promise<void> {
  await rowsOf(
    `insert into finding_answer (finding_id, agency_id, number, cause, correction, corrective_action, responsible, done_by, answered_on)
     select id, agency_id, 1, 'Chưa thay', 'Đã thay', 'Chụp ảnh', $2, '2017-12-20', '2017-12-20' from finding where id = $1`,
    [findingId, responsible],
  );
}

const teamOf = (visitId: string) =>
  rowsOf<{ person: string; duty: string }>(
    "select person_id as person, duty::text from team_member where visit_id = $1 order by duty",
    [visitId],
  );

const told = async (action: string, entityId: string): Promise<unknown> => {
  const [row] = await rowsOf<{ content: string }>(
    "select content from journal_entry where action = $1 and entity_id = $2 order by id desc limit 1",
    [action, entityId],
  );
  return row && (JSON.parse(row.content) as unknown);
};

const state = () =>
  rowsOf(`select (select count(*) from journal_entry) as entries, (select count(*) from handed_on) as handed,
    (select count(*) from account where disabled_at is not null) as locked,
    (select md5(string_agg(m::text, ',' order by m::text)) from team_member m) as teams`);

describe("an inspector who leads a visit that has begun", () => {
  it("hands it on in the act that locks the account; nothing is left, and each thing has its history", async () => {
    const [leaver, colleague] = [
      await plantViewer("inspector", null, "Phạm Người Đi"),
      await plantViewer("inspector", null, "Lê Người Nhận"),
    ];
    const begun = await plantVisit(leaver, { begun: leaver });
    const planned = await plantVisit(leaver, { plannedOn: "2017-12-30" });
    // Of a final visit with nothing open nothing is held.
    await plantVisit(leaver, { plannedOn: "2017-12-01", final: true });
    expect(await kindsOf(leaver)).toEqual(["visit", "visit", "group"]);

    const before = await state();
    expect(await lock(leaver, "")).toMatchObject({
      problems: [{ code: "successor-needed", field: "successor" }],
    });
    expect(await lock(leaver, await viewerNamed("officer"))).toMatchObject({
      problems: [{ code: "not-a-choice" }],
    });
    expect(await state()).toEqual(before);

    expect(await lock(leaver, colleague)).toMatchObject({ ok: true });
    expect(await heldOf(leaver)).toEqual([]);
    // The minutes name whoever has recorded; whoever has not is no longer of the team.
    expect(await teamOf(begun)).toEqual([
      { person: colleague.personId, duty: "leader" },
      { person: leaver.personId, duty: "member" },
    ]);
    expect(await teamOf(planned)).toEqual([{ person: colleague.personId, duty: "leader" }]);
    expect(await rowsOf("select person_id from visit_group where visit_id = $1", [begun])).toEqual([
      { person_id: colleague.personId },
    ]);
    expect(await told("visit-handed-on", begun)).toEqual({
      ...{ name: "2017-12-29", duty: "leader" },
      ...{ handedFrom: "Phạm Người Đi", handedTo: "Lê Người Nhận" },
    });
    expect(await told("group-handed-on", begun)).toMatchObject({ group: "D", handedTo: "Lê Người Nhận" });
    expect(await told("account-disabled", idOf(leaver))).toMatchObject({ handedCount: 3, left: 0 });
    expect((await listLeftBehind(admin, today)).map(({ accountId }) => accountId)).not.toContain(
      idOf(leaver),
    );
    const tasks = await listInspectorTasks(systemViewer("test"), colleague.personId ?? "", today);
    expect(tasks.map((task) => ("id" in task ? task.id : ""))).toEqual(
      expect.arrayContaining([begun, planned]),
    );
  });

  it("stays with the locked account only where that was said, and the administrator is told until it is handed on", async () => {
    const [leaver, colleague] = [await plantViewer("inspector", null), await plantViewer("inspector", null)];
    const begun = await plantVisit(leaver, { begun: leaver });
    expect(await lock(leaver, "later")).toMatchObject({ ok: true });
    expect(await listLeftBehind(admin, today)).toContainEqual(
      expect.objectContaining({ accountId: idOf(leaver), count: 2 }),
    );
    const rest = { id: idOf(leaver), successor: idOf(colleague) };
    expect(await handOn(admin, { ...rest, successor: "later", things: all })).toMatchObject({
      problems: [{ code: "successor-needed" }],
    });
    expect(await handOn(admin, { ...rest, things: [] })).toMatchObject({
      problems: [{ code: "nothing-passed" }],
    });
    expect(await handOn(admin, { ...rest, things: ["visit"] })).toMatchObject({ ok: true });
    expect(await kindsOf(leaver)).toEqual(["group"]);
    expect(await handOn(admin, { ...rest, things: ["group"] })).toMatchObject({ ok: true });
    expect(await handOn(admin, { ...rest, things: all })).toMatchObject({
      problems: [{ code: "already-done" }],
    });
    expect((await teamOf(begun))[0]).toEqual({ person: colleague.personId, duty: "leader" });
    await enableAccount(admin, { id: idOf(leaver) });
    expect(await handOn(admin, { ...rest, things: all })).toMatchObject({
      problems: [{ code: "not-locked" }],
    });
  });

  it("does not pass to whoever serves in that agency: that is said before anything is locked", async () => {
    const [leaver, theirs] = [await plantViewer("inspector", null), await plantViewer("inspector", null)];
    await rowsOf(
      `insert into appointment (person_id, agency_id, post, title, valid_from)
       select $1, id, 'iso_officer', 'Chuyên viên', '2017-01-01' from agency where code = 'ubnd-mo-duc'`,
      [theirs.personId],
    );
    const visit = await plantVisit(leaver);
    expect(await lock(leaver, theirs)).toMatchObject({
      ok: false,
      problems: [{ code: "nothing-passed", field: "things" }],
    });
    expect(
      await rowsOf("select 1 from account where id = $1 and disabled_at is not null", [leaver.accountId]),
    ).toEqual([]);
    expect(await kindsOf(leaver)).toEqual(["visit"]);
    expect(await teamOf(visit)).toEqual([{ person: leaver.personId, duty: "leader" }]);
  });
});

describe("findings that wait for a team of which nobody is left", () => {
  it("wait for whoever took over, on the page and in the mail, and pass on again", async () => {
    const [leaver, second, third] = [
      await plantViewer("inspector", null),
      await plantViewer("inspector", null),
      await plantViewer("inspector", null),
    ];
    const visit = await plantVisit(leaver);
    const finding = await plantFinding(visit);
    await plantAnswer(finding, "Thư ký ISO");
    await end(visit);
    expect(await heldOf(leaver)).toMatchObject([{ kind: "follow_up", id: visit, detail: "1" }]);
    const waits = async (viewer: Viewer) => (await listWaiting(viewer)).map(({ id }) => id);
    expect(await lock(leaver, second)).toMatchObject({ ok: true });
    expect(await waits(second)).toContain(finding);
    expect(await told("follow-up-handed-on", visit)).toMatchObject({ name: "2017-12-29" });
    expect(await heldOf(second)).toMatchObject([{ kind: "follow_up", id: visit }]);
    expect(await lock(second, third)).toMatchObject({ ok: true });
    expect(await waits(third)).toContain(finding);
    expect(await heldOf(leaver)).toEqual([]);
  });
});

describe("an officer", () => {
  it("hands on a post, a draft and a part in correcting a finding to a colleague of the agency alone", async () => {
    const [leaver, colleague, stranger] = [
      await plantViewer("officer", "ubnd-mo-duc", "Đinh Cán Bộ"),
      await plantViewer("officer", "ubnd-mo-duc", "Võ Kế Nhiệm"),
      await plantViewer("officer", "ubnd-ly-son"),
    ];
    await rowsOf(
      `insert into appointment (person_id, agency_id, post, title, valid_from)
       select $1, id, 'iso_officer', 'Chuyên viên Văn phòng', '2017-01-01' from agency where code = 'ubnd-mo-duc'`,
      [leaver.personId],
    );
    const [document] = await rowsOf<{ id: string }>(
      "insert into controlled_document (agency_id, code, kind) values ($1, 'QT-88', 'procedure') returning id",
      [leaver.agencyId],
    );
    await rowsOf(
      `insert into document_revision (agency_id, document_id, issue_no, revision_no, title, body, change_request, change_place, change_summary, drafted_by)
       values ($1, $2, 1, 0, 'Tiếp dân', 'Nội dung', 'Yêu cầu', 'Toàn bộ', 'Lần đầu', $3)`,
      [leaver.agencyId, document?.id, leaver.personId],
    );
    const finding = await plantFinding(await plantVisit(await viewerNamed("inspector")));
    await plantAnswer(finding, "Đinh Cán Bộ, Văn phòng");
    expect(await heldOf(leaver)).toMatchObject([
      { kind: "post", detail: "iso_officer", name: "Chuyên viên Văn phòng" },
      { kind: "responsible", id: finding, name: "D.2", detail: "policy_posting" },
      { kind: "draft", id: document?.id, name: "QT-88 Tiếp dân" },
    ]);
    const { successors } = await findHoldings(admin, idOf(leaver), today);
    expect(successors.map(({ accountId }) => accountId)).not.toContain(idOf(stranger));
    expect(await lock(leaver, stranger)).toMatchObject({
      problems: [{ code: "not-a-choice", field: "successor" }],
    });
    expect(await lock(leaver, colleague)).toMatchObject({ ok: true });
    expect(await heldOf(leaver)).toEqual([]);
    expect(await kindsOf(colleague)).toEqual(["post", "responsible", "draft", "desk"]);
    expect(
      await rowsOf(
        "select person_id, valid_from::text, valid_to::text from appointment where title = 'Chuyên viên Văn phòng' order by valid_from",
      ),
    ).toEqual([
      { person_id: leaver.personId, valid_from: "2017-01-01", valid_to: "2017-12-31" },
      { person_id: colleague.personId, valid_from: "2017-12-31", valid_to: null },
    ]);
    expect((await findFollowUp(colleague, finding))?.handedOn).toEqual([
      { from: "Đinh Cán Bộ", to: "Võ Kế Nhiệm", on: today },
    ]);
    expect(await told("responsible-handed-on", finding)).toMatchObject({ handedTo: "Võ Kế Nhiệm" });
    expect(await told("draft-handed-on", document?.id ?? "")).toMatchObject({ title: "QT-88 Tiếp dân" });
    expect(await told("post-handed-on", leaver.agencyId ?? "")).toMatchObject({ post: "iso_officer" });
  });

  it("hands on what was being typed when a session ran out, and nobody else reads it", async () => {
    const [leaver, colleague] = [
      await plantViewer("officer", "ubnd-mo-duc", "Bùi Nhập Dở"),
      await plantViewer("officer", "ubnd-mo-duc", "Tạ Nhập Tiếp"),
    ];
    const [door, path] = ["reviews.record", "/agencies/ubnd-mo-duc/reviews/new"];
    await keepFor(idOf(leaver), door, path, { scope: "Toàn cơ quan" });
    await keepFor(idOf(leaver), "policies.draft", "/agencies/ubnd-mo-duc/policy/edit", { body: "Cam kết" });
    await keepFor(idOf(colleague), "policies.draft", "/agencies/ubnd-mo-duc/policy/edit", {
      body: "Của mình",
    });
    expect(await kindsOf(leaver)).toEqual(["typed", "typed"]);
    expect(JSON.stringify(await findHoldings(admin, idOf(leaver), today))).not.toContain("Toàn cơ quan");
    expect(await lock(leaver, colleague)).toMatchObject({ ok: true });
    expect((await findKeptInput(colleague, door, path))?.values).toEqual({ scope: "Toàn cơ quan" });
    expect(
      (await findKeptInput(colleague, "policies.draft", "/agencies/ubnd-mo-duc/policy/edit"))?.values,
    ).toEqual({
      body: "Của mình",
    });
    expect(await kindsOf(leaver)).toEqual(["typed"]);
    expect(await told("typed-handed-on", leaver.agencyId ?? "")).toMatchObject({ handedTo: "Tạ Nhập Tiếp" });
  });

  it("who is the last of an agency leaves a desk that nobody works at: said before, and until there is another", async () => {
    const only = await plantViewer("officer", "ubnd-ly-son");
    await rowsOf("update account set disabled_at = now() where agency_id = $1 and id <> $2", [
      only.agencyId,
      only.accountId,
    ]);
    expect(await kindsOf(only)).toEqual(["desk"]);
    expect(await lock(only, "")).toMatchObject({ ok: true });
    expect(await kindsOf(only)).toEqual(["desk"]);
    expect((await listLeftBehind(admin, today)).map(({ accountId }) => accountId)).toContain(idOf(only));
    await plantViewer("officer", "ubnd-ly-son");
    expect(await kindsOf(only)).toEqual([]);
  });
});

describe("a change of role or agency", () => {
  const change = (viewer: Viewer, more: Partial<Parameters<typeof changeRights>[1]>) =>
    changeRights(admin, { id: idOf(viewer), version: 1, role: "leader", agencyId: null, ...more });
  const leftBy = async (viewer: Viewer) =>
    (await listLeftBehind(admin, today)).find(({ accountId }) => accountId === idOf(viewer));

  it("says first what can no longer be done, and passes it on in the same act", async () => {
    const [leaver, colleague] = [await plantViewer("inspector", null), await plantViewer("inspector", null)];
    const begun = await plantVisit(leaver, { begun: leaver });
    const before = await state();
    expect(await change(leaver, {})).toMatchObject({
      problems: [{ code: "held-by-change", field: "successor", values: { count: 2 } }],
    });
    expect(await change(leaver, { successor: idOf(await viewerNamed("officer")) })).toMatchObject({
      problems: [{ code: "not-a-choice", field: "successor" }],
    });
    expect(await state()).toEqual(before);
    expect(await change(leaver, { successor: idOf(colleague) })).toMatchObject({ ok: true });
    expect((await teamOf(begun))[0]).toEqual({ person: colleague.personId, duty: "leader" });
    expect(await told("account-rights-changed", idOf(leaver))).toMatchObject({
      ...{ role: "leader", roleBefore: "inspector", handedCount: 2 },
    });
    // A leader who becomes an inspector loses nothing, and is asked nothing.
    expect(await change(leaver, { version: 2, role: "inspector" })).toMatchObject({ ok: true });
  });

  it("leaves things only where that was said; the administrator is told until they are handed on", async () => {
    const [leaver, colleague] = [await plantViewer("inspector", null), await plantViewer("inspector", null)];
    await plantVisit(leaver, { begun: leaver });
    expect(await change(leaver, { successor: "later" })).toMatchObject({ ok: true });
    expect(await leftBy(leaver)).toMatchObject({ count: 2, disabled: false });
    const { successors } = await findHoldings(admin, idOf(leaver), today);
    expect(successors.map(({ accountId }) => accountId)).toContain(idOf(colleague));
    expect(await handOn(admin, { id: idOf(leaver), successor: idOf(colleague), things: all })).toMatchObject({
      ok: true,
    });
    expect(await leftBy(leaver)).toBeUndefined();
  });

  it("of the only officer of an agency leaves that agency to nobody, which is said", async () => {
    const only = await plantViewer("officer", "ubnd-ba-to", "Nguyễn Thị Yến");
    await rowsOf(
      `insert into appointment (person_id, agency_id, post, title, valid_from)
       select $1, id, 'iso_officer', 'Chuyên viên', '2017-01-01' from agency where code = 'ubnd-ba-to'`,
      [only.personId],
    );
    const at = async (viewer: Viewer) =>
      (await listStaffing(viewer, today)).find(({ code }) => code === "ubnd-ba-to");
    expect(await at(admin)).toMatchObject({ writers: 1, deciders: 0, ever: true, moved: [] });
    // What must be declared by when waits only where it is not declared yet.
    const owed = (await listStaffing(admin, today)).filter(({ dueOn }) => dueOn !== null);
    expect(owed.map(({ code }) => code)).not.toContain("ubnd-duc-pho");
    expect(owed.length).toBeGreaterThan(0);
    const [elsewhere] = await rowsOf<{ id: string }>("select id from agency where code = 'ubnd-mo-duc'");
    const move = { role: "officer" as const, agencyId: elsewhere?.id ?? "" };
    expect(await change(only, move)).toMatchObject({ problems: [{ code: "held-by-change" }] });
    expect(await change(only, { ...move, successor: "later" })).toMatchObject({ ok: true });
    expect(await leftBy(only)).toMatchObject({ count: 1 });
    expect(await at(admin)).toMatchObject({ writers: 0, deciders: 0, ever: true, moved: [only.personId] });
    expect(unserved(await listStaffing(admin, today))[0]?.code).toBe("ubnd-ba-to");
    expect(await at(await viewerNamed("leader"))).toMatchObject({ moved: [only.personId] });
    expect(await at(await viewerNamed("officer"))).toBeUndefined();
  });
});

it("nobody but the administrator is told what anybody holds, or hands it on, past the application either", async () => {
  const holder = await plantViewer("inspector", null);
  const visit = await plantVisit(holder);
  const before = await state();
  for (const name of ["leader", "inspector", "officer", "head"]) {
    const viewer = await viewerNamed(name);
    expect(await findHoldings(viewer, idOf(holder), today)).toEqual({ held: [], successors: [] });
    expect(await listLeftBehind(viewer, today)).toEqual([]);
    expect((await disableAccount(viewer, { id: idOf(holder), successor: "later", things: [] })).ok).toBe(
      false,
    );
    expect((await handOn(viewer, { id: idOf(holder), successor: "later", things: all })).ok).toBe(false);
  }
  expect(await state()).toEqual(before);
  expect(await teamOf(visit)).toHaveLength(1);
});
