import { describe, expect, it } from "vitest";

import {
  beginAppointment,
  cancelAppointment,
  endAppointment,
  reopenAppointment,
} from "@/lib/appointments/commands";
import { listAppointments, listHolders, listSigningAccounts } from "@/lib/appointments/queries";
import { standsAnew, vacanciesOf } from "@/lib/appointments/rules";
import { listSignedInTerm } from "@/lib/appointments/signatures/queries";
import { heldOffice, seenAs } from "@/lib/appointments/signatures/rules";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import type { AppointmentForm } from "@/lib/appointments/schema";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate } from "@/lib/kernel/plain-date";
import { findPolicy } from "@/lib/policies/queries";
import { approveDraft } from "@/lib/procedures/approvals/commands";
import { saveDraft } from "@/lib/procedures/commands";
import { findDocument, listDocuments } from "@/lib/procedures/queries";
import { listRecipients } from "@/lib/reminders/digests/queries";
import { findDuties } from "@/lib/reminders/queries";
import { deskOf } from "@/lib/reminders/rules";
import { returnDraft, submitDraft } from "@/lib/submissions/commands";
import { plantViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const code = "ubnd-duc-pho";
const today = plainDate("31/12/2017");

async function oneOf<Row extends Record<string, string>>(sql: string, values: unknown[] = []): Promise<Row> {
  const [row] = await rowsOf<Row>(sql, values);
  if (!row) throw new Error(`nothing found: ${sql}`);
  return row;
}

const agencyOf = async (name = code) =>
  (await oneOf<{ id: string }>("select id from agency where code = $1", [name])).id;
const personOf = async (account: string) =>
  (await oneOf<{ id: string }>("select person_id as id from account where name = $1", [account])).id;
const headOf = async () =>
  oneOf<{ id: string; personId: string }>(
    `select id, person_id as "personId" from appointment where agency_id = $1 and post = 'head' and valid_to is null`,
    [await agencyOf()],
  );

const decided = { decision: "Quyết định số 1520/QĐ-UBND", decidedOn: plainDate("10/12/2017") };

const form = async (more: Partial<AppointmentForm>): Promise<AppointmentForm> => ({
  ...{ agencyId: await agencyOf(), agencyCode: code, personId: "", fullName: "", seat: "head" },
  ...{ title: "Chủ tịch UBND huyện", concurrent: false, validFrom: today, lastDay: null },
  ...decided,
  ...more,
});

const ended = async (lastDay: string) => ({
  ...{ agencyId: await agencyOf(), agencyCode: code, id: (await headOf()).id, lastDay: plainDate(lastDay) },
  ...{ ...decided, known: "" },
});

/** What its reader read before they ended or cancelled the head's appointment. */
const seen = async (viewer: Viewer) =>
  seenAs(await listSignedInTerm(viewer, await agencyOf(), (await headOf()).id));

const written = () =>
  rowsOf(`select (select md5(string_agg(a::text, ',' order by a::text)) from appointment a) as appointments,
    (select count(*) from person) as people, (select count(*) from journal_entry) as entries`);

async function refuses(act: Promise<{ ok: boolean }>, problem: Record<string, unknown>): Promise<void> {
  const before = await written();
  expect(await act).toMatchObject({ ok: false, problems: [problem] });
  expect(await written()).toEqual(before);
}

const heads = async (on: string): Promise<string[]> =>
  (await listHolders(await viewerNamed("leader"), await agencyOf(), plainDate(on)))
    .filter(({ post }) => post === "head")
    .map(({ name }) => name);

let texts = 0;

/** A draft of the officer that waits for the head; gives the document. */
async function halfGiven(officer: Viewer, document: string): Promise<string> {
  const { id } = await oneOf<{ id: string }>(
    "select id from controlled_document where agency_id = $1 and code = $2",
    [await agencyOf(), document],
  );
  const log = { changeRequest: "Kết luận kiểm tra", changePlace: "Mục 2", changeSummary: "Bổ sung" };
  const body = `Nội dung mới ${(texts += 1)}`;
  expect(
    await saveDraft(officer, { documentId: id, version: 0, title: "Quy trình", body, ...log, newIssue: "" }),
  ).toMatchObject({ ok: true });
  const submitted = { agencyId: await agencyOf(), agencyCode: code, of: "document" as const, id, version: 1 };
  expect(await submitDraft(officer, { ...submitted, note: "" })).toMatchObject({ ok: true });
  return id;
}

const approval = (documentId: string) => ({
  ...{ documentId, version: 1, effectiveOn: today, reviewDueOn: plainDate("31/12/2018") },
});

const waitingAt = async (viewer: Viewer): Promise<string[]> => {
  const agency = { id: await agencyOf(), code };
  const { tasks } = await findDuties(viewer, agency, deskOf(viewer), today, "vi");
  return tasks.flatMap((task) => (task.kind === "approve" ? [task.id] : []));
};

describe("an appointment", () => {
  it.each(["officer", "head", "inspector"])("is not the %s's to record", async (name) => {
    const viewer = await viewerNamed(name);
    await refuses(beginAppointment(viewer, await form({ fullName: "Lê Văn Mới" })), { code: "not-yours" });
    await refuses(endAppointment(viewer, await ended("14/12/2017")), { code: "not-yours" });
    const { id } = await headOf();
    const wrong = { agencyId: await agencyOf(), agencyCode: code, id, reason: "Nhầm", known: "" };
    await refuses(cancelAppointment(viewer, wrong), { code: "not-yours" });
  });

  it("is for nobody else to write, past the application either", async () => {
    const { id } = await headOf();
    for (const name of ["officer", "head", "inspector"])
      await expect(
        asViewer(
          await viewerNamed(name),
          (tx) => tx.$executeRaw`update appointment set valid_to = '2017-12-20' where id = ${id}::uuid`,
        ),
      ).resolves.toBe(0);
    await rowsOf("update appointment set valid_to = '2017-12-20' where id = $1", [id]);
    await expect(rowsOf("update appointment set valid_to = null where id = $1", [id])).rejects.toMatchObject({
      code: "NN001",
    });
    await rowsOf("alter table appointment disable trigger appointment_ends");
    await rowsOf("update appointment set valid_to = null where id = $1", [id]);
    await rowsOf("alter table appointment enable trigger appointment_ends");
  });

  it.each([
    ["by a decision of tomorrow", { decidedOn: plainDate("01/01/2018") }, "date-in-future", "decidedOn"],
    ["that ends before it begins", { lastDay: plainDate("30/12/2017") }, "date-before", "lastDay"],
    ["of a second head", {}, "has-a-head", "validFrom"],
    ["of one who acts beside the head", { seat: "acting_head" }, "has-a-head", "validFrom"],
    [
      "of a second head, from before the first",
      { validFrom: plainDate("01/01/2001") },
      "has-a-head",
      "validFrom",
    ],
  ] as const)("is refused: %s", async (_, more, problem, field) => {
    const viewer = await viewerNamed("admin");
    await refuses(beginAppointment(viewer, await form({ fullName: "Lê Văn Mới", ...more })), {
      code: problem,
      field,
    });
  });

  it("names one person, who is known or new", async () => {
    const admin = await viewerNamed("admin");
    const nobody = await form({ seat: "deputy_head" });
    await refuses(beginAppointment(admin, nobody), { code: "person-needed", field: "personId" });
    const both = { ...nobody, personId: await personOf("officer"), fullName: "Lê Văn Mới" };
    await refuses(beginAppointment(admin, both), { code: "person-both", field: "personId" });
    await refuses(
      beginAppointment(
        await viewerNamed("admin"),
        await form({ personId: await agencyOf(), seat: "deputy_head" }),
      ),
      {
        code: "not-a-choice",
        field: "personId",
      },
    );
  });

  it("of a known post is refused a second time to the same person", async () => {
    const again = await form({ personId: await personOf("officer"), seat: "iso_officer" });
    await refuses(beginAppointment(await viewerNamed("leader"), again), { code: "holds-that-post" });
  });

  it("sent twice at once is made once", async () => {
    const admin = await viewerNamed("admin");
    const deputy = await form({ fullName: "Võ Thị Hai", seat: "deputy_head", title: "Phó Chủ tịch" });
    await Promise.all([beginAppointment(admin, deputy), beginAppointment(admin, deputy)]);
    expect(await rowsOf("select 1 from person where full_name = 'Võ Thị Hai'")).toHaveLength(1);
  });
});

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
    const deputy = await plantViewer("officer", code, "Phạm Thị Phó");
    const acting = await form({
      ...{ personId: deputy.personId ?? "", seat: "acting_head", title: "Phó Chủ tịch phụ trách" },
      ...{ validFrom: plainDate("15/12/2017"), lastDay: plainDate("28/12/2017") },
    });
    expect(await beginAppointment(leader, acting)).toMatchObject({ ok: true });
    expect(await heads("28/12/2017")).toEqual(["Phạm Thị Phó"]);
    expect((await viewerNamed("officer")).role).toBe("officer");

    // The next comes from another agency: from the day on, once her account is here, she is the head, and nobody else.
    const next = await plantViewer("officer", "ubnd-mo-duc", "Trần Thị Mới");
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
