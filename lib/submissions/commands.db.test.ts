import { beforeAll, describe, expect, it } from "vitest";

import { cancelEntry } from "@/lib/corrections/commands";
import { listCorrections } from "@/lib/corrections/queries";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { savePolicy } from "@/lib/policies/commands";
import { findPolicy } from "@/lib/policies/queries";
import { signPolicy } from "@/lib/policies/signatures/commands";
import { approveDraft } from "@/lib/procedures/approvals/commands";
import { saveDraft } from "@/lib/procedures/commands";
import { findDocument } from "@/lib/procedures/record/queries";
import { findDuties } from "@/lib/reminders/queries";
import { returnDraft, submitDraft } from "@/lib/submissions/commands";
import { stageShown } from "@/lib/submissions/rules";
import type { SubmitForm } from "@/lib/submissions/schema";
import { createAccount } from "@/tests/support/scopes";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
let officer: Viewer;
let head: Viewer;
let own: { agencyId: string; agencyCode: string };

beforeAll(async () => {
  [officer, head] = [await viewerNamed("officer"), await viewerNamed("head")];
  own = { agencyId: officer.agencyId ?? "", agencyCode: "ubnd-duc-pho" };
});

const written = () =>
  rowsOf(`select (select md5(string_agg(s::text, ',' order by s::text)) from submission s) as submissions,
    (select md5(string_agg(r::text, ',' order by r::text)) from document_revision r) as revisions,
    (select count(*) from journal_entry) as entries`);

async function refuses(act: () => Promise<{ ok: boolean }>, code: string): Promise<void> {
  const before = await written();
  expect(await act()).toMatchObject({ ok: false, problems: [{ code }] });
  expect(await written()).toEqual(before);
}

/** The tasks of a desk about one record, by kind, and where on the desk they lie. */
async function deskOf(desk: "officer" | "head", id: string) {
  const viewer = desk === "head" ? head : officer;
  const { tasks } = await findDuties(viewer, { id: own.agencyId, code: own.agencyCode }, desk, today, "vi");
  return tasks.flatMap((task, at) => ("id" in task && task.id === id ? [`${at}: ${task.kind}`] : []));
}

const documentIdOf = async (code: string, agency = "ubnd-duc-pho") =>
  (
    await rowsOf<{ id: string }>(
      "select d.id from controlled_document d join agency a on a.id = d.agency_id where a.code = $1 and d.code = $2",
      [agency, code],
    )
  )[0]?.id ?? "";

const texts = (documentId: string, version: number, body: string) => ({
  ...{ documentId, version, title: "Quy trình", body, newIssue: "" as const },
  ...{ changeRequest: "Kết luận kiểm tra", changePlace: "Mục 2", changeSummary: "Bổ sung" },
});

const submission = (id: string, version: number, more: Partial<SubmitForm> = {}): SubmitForm => ({
  ...{ ...own, of: "document", id, version, note: "Kính trình" },
  ...more,
});

const takeBack = (viewer: Viewer, of: "document_submission" | "policy_submission", id: string) =>
  cancelEntry(viewer, { ...own, of, id, about: id, reason: "Trình nhầm bản chưa soạn xong" });

describe("the draft of a document", () => {
  it("goes to the head, comes back with a note, goes again, and is approved", async () => {
    const id = await documentIdOf("QT-01");
    await saveDraft(officer, texts(id, 0, "Bản một"));
    expect([await deskOf("officer", id), await deskOf("head", id)]).toEqual([
      [expect.stringContaining("submit")],
      [],
    ]);
    await refuses(() => submitDraft(head, submission(id, 1)), "not-yours");
    await refuses(() => submitDraft(officer, submission(id, 7)), "read-changed");
    const both = await Promise.all([1, 2].map(() => submitDraft(officer, submission(id, 1))));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await deskOf("officer", id)).toEqual([]);
    expect((await deskOf("head", id))[0]).toMatch(/^[01]: approve$/);
    await refuses(() => saveDraft(officer, texts(id, 1, "Bản hai")), "draft-waits");
    await refuses(
      () => returnDraft(officer, { ...own, of: "document", id, version: 1, note: "Sửa" }),
      "not-yours",
    );
    await refuses(
      () => returnDraft(head, { ...own, of: "document", id, version: 7, note: "Sửa" }),
      "read-changed",
    );
    expect(
      await returnDraft(head, { ...own, of: "document", id, version: 1, note: "Mục 2 ghi rõ ai làm" }),
    ).toMatchObject({ ok: true });
    await refuses(
      () => returnDraft(head, { ...own, of: "document", id, version: 1, note: "Nữa" }),
      "already-done",
    );
    expect([await deskOf("officer", id), await deskOf("head", id)]).toEqual([["0: resubmit"], []]);
    expect((await findDocument(officer, id, today, "vi"))?.submission).toMatchObject({
      by: officer.name,
      note: "Kính trình",
      returned: { by: head.name, note: "Mục 2 ghi rõ ai làm" },
    });
    expect(await saveDraft(officer, texts(id, 1, "Bản hai"))).toMatchObject({ ok: true });
    expect(await submitDraft(officer, submission(id, 2))).toMatchObject({ ok: true });
    const inForce = { effectiveOn: today, reviewDueOn: plainDate("31/12/2018") };
    expect(await approveDraft(head, { documentId: id, version: 2, ...inForce })).toMatchObject({ ok: true });
    expect([await deskOf("officer", id), await deskOf("head", id)]).toEqual([[], []]);
    const actions = await rowsOf<{ action: string }>(
      "select action from journal_entry where entity_id = $1 and action <> 'seeded' order by id",
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      ...["draft-saved", "draft-submitted", "draft-returned"],
      ...["draft-saved", "draft-submitted", "document-approved"],
    ]);
  });

  it("is taken back by who submitted it, and by nobody else", async () => {
    const id = await documentIdOf("QT-04");
    await saveDraft(officer, texts(id, 0, "Bản một"));
    await submitDraft(officer, submission(id, 1));
    const found = async () => (await findDocument(officer, id, today, "vi"))?.submission;
    const waiting = (await found())?.id ?? "";
    const { name } = await createAccount("officer");
    await refuses(
      async () => takeBack(await viewerNamed(name), "document_submission", waiting),
      "cancel-others",
    );
    await refuses(() => takeBack(head, "document_submission", waiting), "cancel-others");
    expect((await listCorrections(officer, own.agencyId, ["document_submission"])).cancellable).toContain(
      waiting,
    );
    expect(await takeBack(officer, "document_submission", waiting)).toMatchObject({ ok: true });
    await refuses(() => takeBack(officer, "document_submission", waiting), "cancelled-before");
    expect(await found()).toBeNull();
    expect([await deskOf("officer", id), await deskOf("head", id)]).toEqual([
      [expect.stringContaining("submit")],
      [],
    ]);
    expect(await saveDraft(officer, texts(id, 1, "Bản hai"))).toMatchObject({ ok: true });
    expect(await submitDraft(officer, submission(id, 2))).toMatchObject({ ok: true });
    await returnDraft(head, { ...own, of: "document", id, version: 2, note: "Sửa mục 2" });
    await refuses(
      async () => takeBack(officer, "document_submission", (await found())?.id ?? ""),
      "not-yours",
    );
  });

  it("of another agency is out of reach, and where there is none nothing is submitted", async () => {
    const elsewhere = await documentIdOf("QT-01", "ubnd-mo-duc");
    await refuses(() => submitDraft(officer, submission(elsewhere, 1)), "no-draft");
    const [mine] = await rowsOf<{ id: string }>("select id from agency where code = 'ubnd-mo-duc'");
    const theirs = { agencyId: mine?.id ?? "", agencyCode: "ubnd-mo-duc" };
    await refuses(() => submitDraft(officer, submission(elsewhere, 1, theirs)), "not-yours");
    await refuses(
      () => returnDraft(head, { ...theirs, of: "document", id: elsewhere, version: 1, note: "x" }),
      "not-yours",
    );
    await refuses(async () => submitDraft(officer, submission(await documentIdOf("QT-03"), 1)), "no-draft");
    for (const account of ["leader", "inspector", "admin"])
      await refuses(
        async () => submitDraft(await viewerNamed(account), submission(elsewhere, 1)),
        "not-yours",
      );
  });
});

describe("a page left open", () => {
  const shownOf = async (id: string) =>
    stageShown((await findDocument(officer, id, today, "vi"))?.submission ?? null);

  it("decides on the draft as far as it had come there, and on nothing that was done to it since", async () => {
    const id = await documentIdOf("QT-05");
    await saveDraft(officer, texts(id, 0, "Bản một"));
    const written = await shownOf(id);
    const inForce = { effectiveOn: today, reviewDueOn: plainDate("31/12/2018") };
    const approve = (shown: string) => approveDraft(head, { documentId: id, version: 1, shown, ...inForce });
    const giveBack = (shown: string) =>
      returnDraft(head, { ...own, of: "document", id, version: 1, shown, note: "Mục 2" });
    await submitDraft(officer, submission(id, 1, { shown: written }));
    const waiting = await shownOf(id);
    await refuses(() => approve(written), "read-changed");
    expect(await giveBack(waiting)).toMatchObject({ ok: true });
    await refuses(() => approve(waiting), "read-changed");
    await refuses(() => submitDraft(officer, submission(id, 1, { shown: waiting })), "read-changed");
    const returned = await shownOf(id);
    expect(await submitDraft(officer, submission(id, 1, { shown: returned }))).toMatchObject({ ok: true });
    await refuses(() => giveBack(waiting), "read-changed");
    expect(await approve(await shownOf(id))).toMatchObject({ ok: true });
  });

  it("signs no policy that came back meanwhile", async () => {
    await savePolicy(officer, { ...own, version: 0, body: "Chính sách" });
    const stored = async () => findPolicy(officer, own.agencyId, today);
    const id = (await stored()).draft?.id ?? "";
    await submitDraft(officer, submission(id, 1, { of: "policy" }));
    const waiting = stageShown((await stored()).submission);
    await returnDraft(head, { ...own, of: "policy", id, version: 1, note: "Bổ sung thời hạn" });
    await refuses(() => signPolicy(head, { ...own, version: 1, shown: waiting }), "read-changed");
    const now = stageShown((await stored()).submission);
    expect(await signPolicy(head, { ...own, version: 1, shown: now })).toMatchObject({ ok: true });
  });
});

describe("the draft of the policy", () => {
  it("goes the same way, and is signed", async () => {
    await savePolicy(officer, { ...own, version: 0, body: "Bản một" });
    const draft = async () => findPolicy(officer, own.agencyId, today);
    const id = (await draft()).draft?.id ?? "";
    expect(await deskOf("officer", id)).toEqual([expect.stringContaining("submitPolicy")]);
    const form = { of: "policy" as const };
    expect(await submitDraft(officer, submission(id, 1, form))).toMatchObject({ ok: true });
    expect([await deskOf("officer", id), (await deskOf("head", id))[0]]).toEqual([
      [],
      expect.stringMatching(/^[01]: sign$/) as string,
    ]);
    expect(await savePolicy(officer, { ...own, version: 1, body: "Bản hai" })).toMatchObject({
      problems: [{ code: "draft-waits" }],
    });
    await returnDraft(head, { ...own, of: "policy", id, version: 1, note: "Bổ sung thời hạn" });
    expect((await deskOf("officer", id))[0]).toMatch(/^[01]: resubmitPolicy$/);
    await submitDraft(officer, submission(id, 1, form));
    expect(await takeBack(officer, "policy_submission", (await draft()).submission?.id ?? "")).toMatchObject({
      ok: true,
    });
    expect((await listCorrections(officer, own.agencyId, ["policy_submission"])).cancelled).toHaveLength(1);
    await submitDraft(officer, submission(id, 1, form));
    expect(await signPolicy(head, { ...own, version: 1 })).toMatchObject({ ok: true });
    expect([await deskOf("officer", id), await deskOf("head", id)]).toEqual([[], []]);
  });
});

describe("past the application the database asks again", () => {
  it("what waits keeps its text, only the head returns it, and only who made it takes it back", async () => {
    const [waiting] = await rowsOf<{ id: string; revision: string }>(
      `select s.id, s.revision_id as revision from submission s join document_revision r on r.id = s.revision_id
       where s.agency_id = $1 and s.returned_at is null and s.cancellation_id is null and r.approved_on is null`,
      [own.agencyId],
    );
    const id = waiting?.id ?? "";
    await expect(
      rowsOf("update document_revision set body = 'khác' where id = $1", [waiting?.revision]),
    ).rejects.toMatchObject({ code: "NN002" });
    type End = { by?: string | null; act?: string };
    const end = (viewer: Viewer, { by, act: cancelled }: End) =>
      asViewer(viewer, (tx) => {
        const [name, note] = by ? ["Ai đó", "Sửa"] : [null, null];
        return tx.$executeRaw`update submission set returned_by = ${by ?? null}::uuid, returned_name = ${name}, returned_note = ${note},
          returned_at = case when ${name}::text is not null then now() end, cancellation_id = ${cancelled ?? null}::uuid
          where id = ${id}::uuid`;
      });
    await expect(end(officer, { by: officer.accountId })).rejects.toThrow(/NN001/);
    await expect(end(head, { by: officer.accountId })).rejects.toThrow(/row-level security|42501/);
    const act = await asViewer(head, (tx) =>
      tx.cancellation.create({
        data: { agencyId: own.agencyId, reason: "x", cancelledBy: head.accountId, cancelledName: head.name },
        select: { id: true },
      }),
    );
    await expect(end(head, { act: act.id })).rejects.toThrow(/NN001|row-level security/);
    await expect(rowsOf("update submission set note = 'khác' where id = $1", [id])).rejects.toMatchObject({
      code: "NN001",
    });
    await expect(rowsOf("delete from submission")).rejects.toMatchObject({ code: "NN001" });
    expect(await end(await viewerNamed((await createAccount("officer")).name), { act: act.id })).toBe(0);
    await expect(end(head, { by: head.accountId })).resolves.toBe(1);
    await expect(end(head, { by: head.accountId })).rejects.toThrow(/NN001/);
  });
});
