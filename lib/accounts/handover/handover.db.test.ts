import { beforeAll, describe, expect, it } from "vitest";

import { enableAccount } from "@/lib/accounts/commands";
import { disableAccount, handOn } from "@/lib/accounts/handover/commands";
import { findHoldings, listLeftBehind } from "@/lib/accounts/handover/queries";
import { heldShown } from "@/lib/accounts/handover/rules";
import { changeRights } from "@/lib/accounts/rights/commands";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { unserved } from "@/lib/appointments/staffing/rules";
import { listWaiting } from "@/lib/findings/followed/queries";
import { listInspectorTasks } from "@/lib/reminders/digests/queries";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import {
  admin,
  all,
  begin,
  end,
  heldOf,
  idOf,
  kindsOf,
  lock,
  createAnswer,
  createFinding,
  createVisit,
  state,
  teamOf,
  today,
  told,
} from "@/tests/support/database/handover";
import { createViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

beforeAll(begin);

describe("an inspector who leads a visit that has begun", () => {
  it("hands it on in the act that locks the account; nothing is left, and each thing has its history", async () => {
    const [leaver, colleague] = [
      await createViewer("inspector", null, "Phạm Người Đi"),
      await createViewer("inspector", null, "Lê Người Nhận"),
    ];
    const begun = await createVisit(leaver, { begun: leaver });
    const planned = await createVisit(leaver, { plannedOn: "2017-12-30" });
    // Of a final visit with nothing open nothing is held.
    await createVisit(leaver, { plannedOn: "2017-12-01", final: true });
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
    const [leaver, colleague] = [
      await createViewer("inspector", null),
      await createViewer("inspector", null),
    ];
    const begun = await createVisit(leaver, { begun: leaver });
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
    const [leaver, theirs] = [await createViewer("inspector", null), await createViewer("inspector", null)];
    await rowsOf(
      `insert into appointment (person_id, agency_id, post, title, valid_from)
       select $1, id, 'iso_officer', 'Chuyên viên', '2017-01-01' from agency where code = 'ubnd-mo-duc'`,
      [theirs.personId],
    );
    const visit = await createVisit(leaver);
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

describe("a page left open", () => {
  it("passes nothing on that it did not list: what has come since is read first", async () => {
    const [leaver, colleague] = [
      await createViewer("inspector", null),
      await createViewer("inspector", null),
    ];
    const [id, successor] = [idOf(leaver), idOf(colleague)];
    const shown = heldShown(await heldOf(leaver));
    const later = { id, successor: "later", things: [] };
    const rights = { id, version: 1, role: "leader" as const, agencyId: null, successor };
    await createVisit(leaver);
    const before = await state();
    const refusal = { problems: [{ code: "shown-changed" }] };
    expect(await disableAccount(admin, { id, successor, things: all, shown })).toMatchObject(refusal);
    expect(await disableAccount(admin, { ...later, shown })).toMatchObject(refusal);
    expect(await changeRights(admin, { ...rights, shown })).toMatchObject(refusal);
    expect(await state()).toEqual(before);
    const first = heldShown(await heldOf(leaver));
    expect(await disableAccount(admin, { ...later, shown: first })).toMatchObject({ ok: true });
    const visit = await createVisit(leaver);
    expect(await handOn(admin, { id, successor, things: all, shown: first })).toMatchObject(refusal);
    expect(await teamOf(visit)).toEqual([{ person: leaver.personId, duty: "leader" }]);
    const now = heldShown(await heldOf(leaver));
    expect(await handOn(admin, { id, successor, things: all, shown: now })).toMatchObject({ ok: true });
    expect(await heldOf(leaver)).toEqual([]);
  });
});

describe("findings that wait for a team of which nobody is left", () => {
  it("wait for whoever took over, on the page and in the mail, and pass on again", async () => {
    const [leaver, second, third] = [
      await createViewer("inspector", null),
      await createViewer("inspector", null),
      await createViewer("inspector", null),
    ];
    const visit = await createVisit(leaver);
    const finding = await createFinding(visit);
    await createAnswer(finding, "Thư ký ISO");
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

describe("a change of role or agency", () => {
  const change = (viewer: Viewer, more: Partial<Parameters<typeof changeRights>[1]>) =>
    changeRights(admin, { id: idOf(viewer), version: 1, role: "leader", agencyId: null, ...more });
  const leftBy = async (viewer: Viewer) =>
    (await listLeftBehind(admin, today)).find(({ accountId }) => accountId === idOf(viewer));

  it("says first what can no longer be done, and passes it on in the same act", async () => {
    const [leaver, colleague] = [
      await createViewer("inspector", null),
      await createViewer("inspector", null),
    ];
    const begun = await createVisit(leaver, { begun: leaver });
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
    const [leaver, colleague] = [
      await createViewer("inspector", null),
      await createViewer("inspector", null),
    ];
    await createVisit(leaver, { begun: leaver });
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
    const only = await createViewer("officer", "ubnd-ba-to", "Nguyễn Thị Yến");
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
  const holder = await createViewer("inspector", null);
  const visit = await createVisit(holder);
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
