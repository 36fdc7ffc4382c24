import { describe, expect, it } from "vitest";

import {
  beginAppointment,
  cancelAppointment,
  endAppointment,
  reopenAppointment,
} from "@/lib/appointments/commands";
import { listAppointments, listSigningAccounts } from "@/lib/appointments/queries";
import { standsAnew, vacanciesOf } from "@/lib/appointments/rules";
import { heldOffice } from "@/lib/appointments/signatures/rules";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate } from "@/lib/kernel/plain-date";
import { findPolicy } from "@/lib/policies/queries";
import { approveDraft } from "@/lib/procedures/approvals/commands";
import { listDocuments } from "@/lib/procedures/queries";
import { findDocument } from "@/lib/procedures/record/queries";
import { listRecipients } from "@/lib/reminders/digests/queries";
import { findDuties } from "@/lib/reminders/queries";
import { deskOf } from "@/lib/reminders/rules";
import { returnDraft } from "@/lib/submissions/commands";
import {
  agencyOf,
  approval,
  code,
  decided,
  ended,
  form,
  halfGiven,
  headOf,
  heads,
  oneOf,
  refuses,
  seen,
  today,
  waitingAt,
} from "@/tests/support/database/appointments";
import { createViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

describe("a rotation", () => {
  it("leaves at each moment one who signs: the head, the one who acts, the next, or a gap that is said", async () => {
    const [admin, leader, officer] = [
      await viewerNamed("admin"),
      await viewerNamed("leader"),
      await viewerNamed("officer"),
    ];
    const old = await viewerNamed("head");
    const [kept, waiting] = [await halfGiven(officer, "QT-01"), await halfGiven(officer, "QT-03")];
    expect(await approveDraft(old, approval(kept))).toMatchObject({ ok: true });
    expect(await waitingAt(old)).toContain(waiting);

    // Retired after the 14th: nobody heads the agency, and that is said.
    const end = await ended("14/12/2017");
    await refuses(endAppointment(admin, end), {
      ...{ code: "signed-outside", field: "known", values: { count: 1, last: "31/12/2017" } },
    });
    expect(await endAppointment(admin, { ...end, known: await seen(admin) })).toMatchObject({ ok: true });
    await refuses(approveDraft(old, approval(waiting)), { code: "nobody-in-post" });
    const back = {
      agencyId: await agencyOf(),
      agencyCode: code,
      of: "document" as const,
      id: waiting,
      version: 1,
      note: "Sửa",
    };
    await refuses(returnDraft(old, back), { code: "nobody-in-post" });
    expect(vacanciesOf(await listAppointments(leader, await agencyOf()))).toEqual([
      { from: "2017-12-15", to: null },
    ]);
    expect(await listStaffing(leader, today, await agencyOf())).toMatchObject([
      { code, head: null, without: { head: { from: "2017-12-15" }, officer: null } },
    ]);

    // The deputy acts until the 28th, with the account of an officer.
    const deputy = await createViewer("officer", code, "Phạm Thị Phó");
    const acting = await form({
      ...{ personId: deputy.personId ?? "", seat: "acting_head", title: "Phó Chủ tịch phụ trách" },
      ...{ validFrom: plainDate("15/12/2017"), lastDay: plainDate("28/12/2017") },
    });
    expect(await beginAppointment(leader, acting)).toMatchObject({ ok: true });
    expect(await heads("28/12/2017")).toEqual(["Phạm Thị Phó"]);
    expect((await viewerNamed("officer")).role).toBe("officer");

    // The next comes from another agency: from the day on, once her account is here, she is the head, and nobody else.
    const next = await createViewer("officer", "ubnd-mo-duc", "Trần Thị Mới");
    const begun = await form({ personId: next.personId ?? "", validFrom: plainDate("29/12/2017") });
    expect(await beginAppointment(admin, begun)).toMatchObject({ ok: true });
    expect([await heads("14/12/2017"), await heads("15/12/2017"), await heads("29/12/2017")]).toEqual([
      [old.name],
      ["Phạm Thị Phó"],
      ["Trần Thị Mới"],
    ]);
    expect(vacanciesOf(await listAppointments(leader, await agencyOf()))).toEqual([]);
    const accounts = () => listSigningAccounts(admin, begun.agencyId, [begun.personId]);
    expect(await accounts()).toMatchObject({ [begun.personId]: { state: "elsewhere" } });
    await rowsOf("update account set agency_id = $1 where id = $2", [begun.agencyId, next.accountId]);
    expect(await accounts()).toMatchObject({ [begun.personId]: { state: "ready" } });
    const named = await oneOf<{ name: string }>("select name from account where id = $1", [next.accountId]);
    const head = await viewerNamed(named.name);
    expect(head.role).toBe("head");

    await rowsOf("update person set email = 'moi@tinh.example' where id = $1", [next.personId]);
    const written = await listRecipients(systemViewer("test"), today, today);
    expect(written.find(({ accountId }) => accountId === next.accountId)?.agency?.desk).toBe("head");

    // The policy is to be signed anew by her, and was not by the one who acted.
    const gapsOn = async (on: string) => (await findPolicy(leader, begun.agencyId, plainDate(on))).gaps;
    expect(await gapsOn("28/12/2017")).not.toContain("former-head");
    expect(await gapsOn("29/12/2017")).toContain("former-head");

    // What was half given waits for her; what was signed before stays signed by whom it was.
    expect(await waitingAt(head)).toContain(waiting);
    expect(await waitingAt(head)).not.toContain(kept);

    // What nobody in office approved comes first on her desk and on no other's, and is marked in the list; so is the policy.
    const desk = async (viewer: Viewer) =>
      (await findDuties(viewer, { id: await agencyOf(), code }, deskOf(viewer), today, "vi")).tasks;
    expect((await desk(head))[0]).toMatchObject({
      ...{ kind: "reapprove", id: kept, by: old.name, signedOn: "2017-12-31" },
    });
    expect((await desk(await viewerNamed("officer"))).map(({ kind }) => kind)).not.toContain("reapprove");
    const set = await listDocuments(leader, await agencyOf(), today, "vi");
    const marked = [...set.items.flatMap(({ documents }) => documents), ...set.others].filter(
      (each) => each.outside,
    );
    expect([...new Set(marked.map(({ id }) => id))]).toEqual([kept]);
    expect(await approveDraft(head, approval(waiting))).toMatchObject({ ok: true });
    const signerOf = async (id: string) =>
      (await findDocument(leader, id, today, "vi"))?.revisions[0]?.approverName;
    expect([await signerOf(kept), await signerOf(waiting)]).toEqual([old.name, "Trần Thị Mới"]);
    expect(
      (
        await rowsOf<{ action: string; role: string }>(
          "select action, actor_role as role from journal_entry where action like 'appointment-%' and chain_id = $1 order by id",
          [await agencyOf()],
        )
      )
        .map(({ action, role }) => `${action} ${role}`)
        .slice(-3),
    ).toEqual(["appointment-ended admin", "appointment-begun leader", "appointment-begun admin"]);
  });

  it("that was entered wrongly is cancelled with a reason, held on no day, and makes room for the right one", async () => {
    const admin = await viewerNamed("admin");
    const { id, personId } = await headOf();
    const wrong = { agencyId: await agencyOf(), agencyCode: code, id, reason: "Ghi nhầm ngày", known: "" };
    await refuses(cancelAppointment(admin, wrong), { code: "signed-outside", values: { count: 1 } });
    Object.assign(wrong, { known: await seen(admin) });
    expect(await cancelAppointment(admin, wrong)).toMatchObject({ ok: true });
    await refuses(cancelAppointment(admin, wrong), { code: "already-done" });
    await refuses(endAppointment(admin, { ...wrong, lastDay: today, ...decided }), { code: "already-done" });
    expect(await heads("31/12/2017")).toEqual([]);
    const known = await listAppointments(await viewerNamed("officer"), await agencyOf());
    expect(known.find((each) => each.id === id)?.cancelled).toMatchObject({
      reason: "Ghi nhầm ngày",
      by: admin.name,
    });
    expect(
      (await listAppointments(admin, await agencyOf())).find((each) => each.id === id)?.cancelled,
    ).not.toBeNull();
    expect(
      await beginAppointment(admin, await form({ personId, validFrom: plainDate("30/12/2017") })),
    ).toMatchObject({ ok: true });
    expect(await heads("30/12/2017")).toEqual(["Trần Thị Mới"]);
    expect(await heads("29/12/2017")).toEqual([]);
  });

  it("ends no later than it was said to end", async () => {
    const admin = await viewerNamed("admin");
    const acting = (await listAppointments(admin, await agencyOf())).find(
      ({ seat }) => seat === "acting_head",
    );
    const of = { agencyId: await agencyOf(), agencyCode: code, id: acting?.id ?? "", ...decided, known: "" };
    await refuses(endAppointment(admin, { ...of, lastDay: plainDate("28/12/2017") }), {
      code: "ends-before-that",
    });
    await refuses(endAppointment(admin, { ...of, lastDay: plainDate("14/12/2017") }), {
      code: "date-before",
    });
    expect(await endAppointment(admin, { ...of, lastDay: plainDate("27/12/2017") })).toMatchObject({
      ok: true,
    });
  });

  it("whose end was wrong holds on once that is taken back, and the wrong end stays readable with its reason", async () => {
    const admin = await viewerNamed("admin");
    const all = () => listAppointments(admin, form.agencyId);
    const form = { agencyId: await agencyOf(), agencyCode: code, lastDay: null, reason: "Nhầm tháng" };
    const [acting, head] = [
      (await all()).find(({ seat, cancelled }) => seat === "acting_head" && !cancelled),
      await headOf(),
    ];
    await refuses(reopenAppointment(admin, { ...form, id: head.id }), { code: "already-done" });
    await refuses(reopenAppointment(await viewerNamed("head"), { ...form, id: head.id }), {
      code: "not-yours",
    });
    await refuses(reopenAppointment(admin, { ...form, id: acting?.id ?? "" }), { code: "has-a-head" });
    await refuses(
      reopenAppointment(admin, { ...form, id: acting?.id ?? "", lastDay: plainDate("27/12/2017") }),
      { code: "date-before", field: "lastDay" },
    );
    await refuses(reopenAppointment(admin, { ...form, id: acting?.id ?? "", shown: "older" }), {
      code: "shown-changed",
    });
    const until = plainDate("28/12/2017");
    expect(await reopenAppointment(admin, { ...form, id: acting?.id ?? "", lastDay: until })).toMatchObject({
      ok: true,
    });
    expect(await heads("28/12/2017")).toEqual(["Phạm Thị Phó"]);
    const after = await all();
    const wrong = after.find(({ id }) => id === acting?.id);
    expect(wrong).toMatchObject({
      ...{ cancelled: { reason: "Nhầm tháng" }, to: acting?.to, endedBy: acting?.endedBy },
    });
    expect(wrong && standsAnew(after, wrong)).toBe(true);
    expect(
      after.find(({ from, to, cancelled }) => !cancelled && from === acting?.from && to === "2017-12-29"),
    ).toMatchObject({
      ...{ name: "Phạm Thị Phó", seat: "acting_head", begunBy: acting?.begunBy, endedBy: null },
    });
  });

  it("that ends before a signature leaves it marked as signed without the office", async () => {
    const leader = await viewerNamed("leader");
    const [policy, appointments] = [
      await findPolicy(leader, await agencyOf(), today),
      await listAppointments(leader, await agencyOf()),
    ];
    const held = (of: "document" | "policy", personId: string | null, on: string) =>
      heldOffice(appointments, { of, personId, on: plainDate(on) });
    expect(held("policy", policy.current?.signerId ?? null, "15/03/2016")).toBe(true);
    expect(policy.gaps).not.toContain("signed-outside");
    expect(held("policy", policy.current?.signerId ?? null, "31/12/2017")).toBe(false);
    expect(held("document", policy.current?.signerId ?? null, "31/12/2017")).toBe(false);
  });
});
