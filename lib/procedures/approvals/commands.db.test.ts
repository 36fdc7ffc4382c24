import { describe, expect, it } from "vitest";

import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { approveDraft, recordApproval } from "@/lib/procedures/approvals/commands";
import { saveDraft } from "@/lib/procedures/commands";
import { listDocuments } from "@/lib/procedures/queries";
import { findDocument } from "@/lib/procedures/record/queries";
import type { ApprovalForm, ApprovalRecordForm } from "@/lib/procedures/schema";
import { findDuties } from "@/lib/reminders/queries";
import { noticePicture } from "@/prisma/seed/picture";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const officer = (): Promise<Viewer> => viewerNamed("officer");
const head = (): Promise<Viewer> => viewerNamed("head");
const ducPho = "ubnd-duc-pho";

async function idFrom(sql: string, values: unknown[]): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(sql, values);
  if (!row) throw new Error(`nothing found: ${sql}`);
  return row.id;
}

const documentIdOf = (code: string, agency = ducPho) =>
  idFrom(
    "select d.id from controlled_document d join agency a on a.id = d.agency_id where a.code = $1 and d.code = $2",
    [agency, code],
  );

const personIn = (post: string, agency = ducPho) =>
  idFrom(
    `select p.person_id as id from appointment p join agency a on a.id = p.agency_id
     where a.code = $1 and p.post = $2::post and p.valid_to is null`,
    [agency, post],
  );

const written = () =>
  rowsOf(
    `select (select md5(string_agg(r::text, ',' order by r::text)) from document_revision r) as revisions,
       (select count(*) from attachment) as files, (select count(*) from journal_entry) as entries`,
  );

async function refuses(act: () => Promise<{ ok: boolean }>, code: string): Promise<void> {
  const before = await written();
  expect(await act()).toMatchObject({ ok: false, problems: [{ code }] });
  expect(await written()).toEqual(before);
}

let drafts = 0;

/** Begins a revision; gives what the head would send of it. */
async function drafted(code: string, more: Partial<ApprovalForm> = {}): Promise<ApprovalForm> {
  const documentId = await documentIdOf(code);
  const texts = { title: "Quy trình", body: `Nội dung mới của ${code}, ${(drafts += 1)}` };
  const log = { changeRequest: "Kết luận kiểm tra", changePlace: "Mục 2", changeSummary: "Bổ sung" };
  expect(
    await saveDraft(await officer(), { documentId, version: 0, ...texts, ...log, newIssue: "" }),
  ).toMatchObject({ ok: true });
  return { documentId, version: 1, effectiveOn: today, reviewDueOn: plainDate("31/12/2018"), ...more };
}

const scan = () => new File([new Uint8Array(noticePicture())], "Bản ký.png", { type: "image/png" });

const signed = async (form: ApprovalForm, more: Partial<ApprovalRecordForm> = {}) => ({
  ...form,
  approverId: await personIn("head"),
  approvedOn: plainDate("28/12/2017"),
  scan: scan(),
  ...more,
});

const find = async (id: string) => findDocument(await officer(), id, today, "vi");

describe("the head's approval", () => {
  it("is the head's alone, of today, happens once though it is sent twice, and ends what was in force", async () => {
    const form = await drafted("QT-01");
    await refuses(async () => approveDraft(await officer(), form), "not-yours");
    const viewer = await head();
    const both = await Promise.all([approveDraft(viewer, form), approveDraft(viewer, form)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const found = await find(form.documentId);
    expect(found?.revisions.slice(0, 2)).toMatchObject([
      { approverName: viewer.name, approvedOn: today, effectiveOn: today, recordedName: null },
      { obsoleteOn: today },
    ]);
    const [entry] = await rowsOf<{ role: string }>(
      "select actor_role as role from journal_entry where action = 'document-approved' and entity_id = $1",
      [form.documentId],
    );
    expect(entry).toEqual({ role: "head" });
  });

  it("of the day on which another came into force takes its place", async () => {
    const form = await drafted("QT-01");
    expect(await approveDraft(await head(), form)).toMatchObject({ ok: true });
    const found = await find(form.documentId);
    expect(found?.state).toBe("current");
    expect(found?.revisions.map(({ effectiveOn, obsoleteOn }) => [effectiveOn, obsoleteOn])).toEqual([
      [today, null],
      [today, today],
      ["2016-10-03", today],
      ["2013-12-20", "2016-10-03"],
    ]);
  });

  it.each([
    ["in force before it is approved", { effectiveOn: plainDate("30/12/2017") }, "date-before"],
    ["reviewed on the day it comes into force", { reviewDueOn: today }, "date-before"],
    ["of a text that has changed since", { version: 7 }, "read-changed"],
  ] as const)("is refused: %s", async (_, more, code) => {
    const documentId = await documentIdOf("QT-02");
    const form = { documentId, version: 1, effectiveOn: today, reviewDueOn: plainDate("31/12/2018") };
    const viewer = await head();
    await refuses(() => approveDraft(viewer, { ...form, ...more }), code);
  });

  it("is refused without a draft, in another agency, and to whoever holds no such post today", async () => {
    const viewer = await head();
    const form = { version: 1, effectiveOn: today, reviewDueOn: plainDate("31/12/2018") };
    const without = await documentIdOf("QT-03");
    await refuses(() => approveDraft(viewer, { documentId: without, ...form }), "no-draft");
    const elsewhere = await documentIdOf("QT-01", "ubnd-mo-duc");
    await refuses(() => approveDraft(viewer, { documentId: elsewhere, ...form }), "not-yours");
    const documentId = await documentIdOf("QT-02");
    const former = { ...viewer, personId: await personIn("iso_officer") };
    await refuses(() => approveDraft(former, { documentId, ...form }), "not-in-post");
  });

  it("for a later day is said so, readable, and off both desks until then", async () => {
    const form = await drafted("QT-03", { effectiveOn: plainDate("02/01/2018") });
    const tasks = async (desk: "officer" | "head") => {
      const viewer = await viewerNamed(desk);
      const agency = { id: viewer.agencyId ?? "", code: ducPho };
      const duties = await findDuties(viewer, agency, desk, today, "vi");
      return duties.tasks
        .filter((task) => "id" in task && task.id === form.documentId)
        .map(({ kind }) => kind);
    };
    expect([await tasks("officer"), await tasks("head")]).toEqual([["submit"], []]);
    expect(await approveDraft(await head(), form)).toMatchObject({ ok: true });
    expect([await tasks("officer"), await tasks("head")]).toEqual([[], []]);
    const found = await find(form.documentId);
    expect(found?.state).toBe("current");
    expect(found?.revisions[0]).toMatchObject({
      body: expect.stringMatching(/^Nội dung mới của QT-03/) as string,
      effectiveOn: "2018-01-02",
    });
    const { items } = await listDocuments(await officer(), found?.agencyId ?? "", today, "vi");
    const line = items.flatMap(({ documents }) => documents).find(({ id }) => id === form.documentId);
    expect(line).toMatchObject({ pendingFrom: "2018-01-02", state: "current" });
  });

  it("is for good: an approved text cannot be changed, past the application either", async () => {
    const id = await documentIdOf("QT-05");
    await expect(
      rowsOf(
        "update document_revision set body = 'khác' where document_id = $1 and approved_on is not null",
        [id],
      ),
    ).rejects.toMatchObject({ code: "NN002" });
  });
});

describe("an approval on paper", () => {
  it("is recorded with its scan and the name of whoever recorded it", async () => {
    const form = await drafted("QT-04");
    const viewer = await officer();
    const clerk = await personIn("iso_officer");
    for (const [more, code] of [
      [{ approvedOn: plainDate("01/01/2018"), effectiveOn: plainDate("02/01/2018") }, "date-in-future"],
      [{ effectiveOn: plainDate("27/12/2017") }, "date-before"],
      [{ approvedOn: plainDate("01/10/2016"), effectiveOn: plainDate("02/10/2016") }, "date-too-early"],
      [{ approverId: clerk }, "approver-not-head"],
      [{ approverId: await personIn("head", "ubnd-mo-duc") }, "approver-not-head"],
      [{ scan: new File(["<html>"], "x.png") }, "file-type"],
    ] as const) {
      const wrong = await signed(form, more);
      await refuses(() => recordApproval(viewer, wrong), code);
    }
    expect(await recordApproval(viewer, await signed(form))).toMatchObject({ ok: true });
    const found = await find(form.documentId);
    expect(found?.revisions[0]).toMatchObject({
      approvedOn: "2017-12-28",
      recordedName: viewer.name,
      attachmentId: expect.any(String) as string,
    });
  });

  it("is for nobody else to record, past the application either", async () => {
    const form = await drafted("QT-05");
    type Named = { name?: string; by?: string | null };
    const approve = (viewer: Viewer, person: string, { name, by }: Named) =>
      asViewer(
        viewer,
        (
          tx,
        ) => tx.$executeRaw`update document_revision set approved_by = ${person}::uuid, approved_on = '2017-12-31',
          effective_on = '2017-12-31', recorded_name = ${name ?? null}, recorded_by = ${by ?? null}::uuid
          where document_id = ${form.documentId}::uuid and approved_on is null`,
      );
    const person = await personIn("head");
    await rowsOf(
      "update document_revision set obsolete_on = '2017-12-31' where document_id = $1 and approved_on is not null and obsolete_on is null",
      [form.documentId],
    );
    await expect(approve(await officer(), person, {})).rejects.toThrow(/NN003/);
    await expect(approve(await officer(), person, { name: "Ai đó" })).rejects.toThrow(/NN003/);
    const named = { name: "Ai đó", by: (await officer()).accountId };
    await expect(approve(await officer(), person, named)).rejects.toThrow(/check constraint|23514/);
    await expect(approve(await head(), await personIn("deputy_head"), {})).rejects.toThrow(/NN003/);
    await expect(approve(await head(), person, {})).resolves.toBe(1);
  });
});
