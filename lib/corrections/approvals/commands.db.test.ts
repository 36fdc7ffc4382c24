import { beforeAll, describe, expect, it } from "vitest";

import { cancelEntry } from "@/lib/corrections/commands";
import { findCancellable, listCorrections } from "@/lib/corrections/queries";
import type { EntryKind } from "@/lib/corrections/types";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { savePolicy } from "@/lib/policies/commands";
import { findPolicy } from "@/lib/policies/queries";
import { recordSignature, signPolicy } from "@/lib/policies/signatures/commands";
import { approveDraft, recordApproval } from "@/lib/procedures/approvals/commands";
import { saveDraft } from "@/lib/procedures/commands";
import { withdrawDocument } from "@/lib/procedures/withdrawals/commands";
import { listDocuments } from "@/lib/procedures/queries";
import { findDocument } from "@/lib/procedures/record/queries";
import { keepDocument } from "@/lib/procedures/reviews/commands";
import { noticePicture } from "@/prisma/seed/picture";
import { createViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const due = plainDate("31/12/2018");
const code = "ubnd-duc-pho";
const reason = "Ghi nhầm bản, đúng ra là bản sau";

let officer: Viewer;
let head: Viewer;
let agencyId: string;

beforeAll(async () => {
  [officer, head] = [await viewerNamed("officer"), await viewerNamed("head")];
  agencyId = officer.agencyId ?? "";
});

const cancel = (viewer: Viewer, of: EntryKind, id: string) =>
  cancelEntry(viewer, { agencyId, agencyCode: code, of, id, about: id, reason });

const written = () =>
  rowsOf(`select (select count(*) from cancellation) as cancellations, (select count(*) from journal_entry) as entries,
    (select md5(string_agg(r::text, ',' order by r::text)) from document_revision r) as revisions,
    (select md5(string_agg(p::text, ',' order by p::text)) from quality_policy p) as policies`);

async function refuses(act: () => ReturnType<typeof cancelEntry>, problem: string): Promise<void> {
  const before = await written();
  expect(await act()).toMatchObject({ ok: false, problems: [{ code: problem }] });
  expect(await written()).toEqual(before);
}

const scan = () => new File([new Uint8Array(noticePicture())], "Bản ký.png", { type: "image/png" });

const documentOf = async (name: string): Promise<string> =>
  (
    await rowsOf<{ id: string }>("select id from controlled_document where agency_id = $1 and code = $2", [
      agencyId,
      name,
    ])
  )[0]?.id ?? "";

const find = (id: string) => findDocument(officer, id, today, "vi");

/** A draft of a document; gives the document, and the id of the text in force until then. */
async function drafted(name: string, body: string): Promise<{ id: string; before: string }> {
  const id = await documentOf(name);
  const log = { changeRequest: "Kết luận kiểm tra", changePlace: "Mục 2", changeSummary: "Bổ sung" };
  const draft = { documentId: id, version: 0, title: "Quy trình", body, ...log, newIssue: "" as const };
  expect(await saveDraft(officer, draft)).toMatchObject({ ok: true });
  return { id, before: (await find(id))?.revisions.find(({ approvedOn }) => approvedOn)?.id ?? "" };
}

const recorded = async (documentId: string) =>
  recordApproval(officer, {
    ...{ documentId, version: 1, approverId: head.personId ?? "", approvedOn: today },
    ...{ effectiveOn: today, reviewDueOn: due, scan: scan() },
  });

const newest = async (documentId: string): Promise<string> =>
  (await find(documentId))?.revisions.find(({ approvedOn }) => approvedOn)?.id ?? "";

describe("an approval that was recorded wrongly", () => {
  it("is cancelled on the day by who recorded it: the text before is in force again, this one a draft again", async () => {
    const { id, before } = await drafted("QT-01", "Bản ghi nhầm");
    expect(await recorded(id)).toMatchObject({ ok: true });
    const wrong = await newest(id);
    const colleague = await createViewer("officer", code);
    await refuses(() => cancel(colleague, "document_approval", wrong), "cancel-others");
    expect((await listCorrections(officer, agencyId, ["document_approval"])).cancellable).toEqual([wrong]);
    expect(await cancel(officer, "document_approval", wrong)).toMatchObject({ ok: true });
    const found = await find(id);
    expect(found?.revisions.slice(0, 2)).toMatchObject([
      { approvedOn: null, body: "Bản ghi nhầm" },
      { id: before, obsoleteOn: null },
    ]);
    expect(found?.state).toBe("current");
    expect((await listCorrections(officer, agencyId, ["document_approval"])).cancelled).toMatchObject([
      { id: wrong, about: id, on: today, reason, by: officer.name },
    ]);
    await refuses(() => cancel(officer, "document_approval", wrong), "cancelled-before");
    const [entry] = await rowsOf<{ content: string }>(
      "select content from journal_entry where action = 'approval-cancelled' and entity_id = $1",
      [id],
    );
    expect(entry?.content).toContain(reason);
    // The right one follows as if nothing had been.
    expect(
      await approveDraft(head, { documentId: id, version: 1, effectiveOn: today, reviewDueOn: due }),
    ).toMatchObject({
      ok: true,
    });
    expect((await find(id))?.revisions.map(({ obsoleteOn }) => obsoleteOn).slice(0, 2)).toEqual([
      null,
      today,
    ]);
  });

  it("is the head's to cancel where the head approved the wrong text, not the officer's and not the province's", async () => {
    const { id } = await drafted("QT-03", "Duyệt nhầm bản");
    const approval = { documentId: id, version: 1, effectiveOn: today, reviewDueOn: due };
    expect(await approveDraft(head, approval)).toMatchObject({ ok: true });
    const wrong = await newest(id);
    await refuses(() => cancel(officer, "document_approval", wrong), "cancel-others");
    const leader = await viewerNamed("leader");
    await refuses(() => cancel(leader, "document_approval", wrong), "cancel-others");
    expect(await findCancellable(leader, agencyId, "document_approval", wrong)).toMatchObject({
      mine: false,
    });
    for (const viewer of [officer, leader])
      await expect(
        asViewer(viewer, async (tx) => {
          const made = await tx.cancellation.create({
            data: { agencyId, reason, cancelledBy: viewer.accountId, cancelledName: viewer.name },
          });
          const rows =
            await tx.$executeRaw`update document_revision set cancellation_id = ${made.id}::uuid where id = ${wrong}::uuid`;
          if (rows === 0) throw new Error("NN003 by row security");
        }),
      ).rejects.toThrow(/NN003/);
    expect(await cancel(head, "document_approval", wrong)).toMatchObject({ ok: true });
  });

  it("stays where something followed it: a later text, a review, or the end of the document", async () => {
    const { id, before } = await drafted("QT-04", "Bản sau");
    expect(await recorded(id)).toMatchObject({ ok: true });
    await refuses(() => cancel(head, "document_approval", before), "approval-followed");
    const latest = await newest(id);
    const kept = { documentId: id, reviewedOn: today, nextDueOn: due, conclusion: "Giữ nguyên", scan: null };
    expect(await keepDocument(head, kept)).toMatchObject({ ok: true });
    await refuses(() => cancel(head, "document_approval", latest), "approval-followed");
    expect(await findCancellable(head, agencyId, "document_approval", latest)).toMatchObject({
      past: { code: "approval-followed" },
    });
    const ended = { documentId: id, withdrawnOn: today, reason: "Hết dùng", scan: null };
    expect(await withdrawDocument(head, ended)).toMatchObject({ ok: true });
    await refuses(() => cancel(head, "document_approval", latest), "approval-followed");
  });

  it("keeps a draft that was begun since, and figures follow", async () => {
    const stateOf = async () => {
      const { items, others } = await listDocuments(officer, agencyId, today, "vi");
      return [...items.flatMap(({ documents }) => documents), ...others].find(
        (line) => line.code === "QT-05",
      );
    };
    const before = await stateOf();
    const { id } = await drafted("QT-05", "Ghi nhầm");
    expect(await recorded(id)).toMatchObject({ ok: true });
    const wrong = await newest(id);
    await drafted("QT-05", "Đang soạn tiếp");
    expect(await cancel(officer, "document_approval", wrong)).toMatchObject({ ok: true });
    const bodies = (await find(id))?.revisions
      .filter(({ approvedOn }) => !approvedOn)
      .map(({ body }) => body);
    expect(bodies).toEqual(["Đang soạn tiếp"]);
    expect(await stateOf()).toMatchObject({ state: before?.state, reviewDueOn: before?.reviewDueOn });
  });
});

describe("an approval that nothing came before", () => {
  const lineOf = async (id: string) => {
    const { items, others } = await listDocuments(officer, agencyId, today, "vi");
    return [...items.flatMap(({ documents }) => documents), ...others].find((line) => line.id === id);
  };

  it("says that no text is in force then, and gives the head the draft to approve again", async () => {
    const [first] = await rowsOf<{ id: string }>(
      `select max(r.id::text) as id from document_revision r where r.agency_id = $1 and r.approved_on is not null
       group by r.document_id having count(*) = 1 limit 1`,
      [agencyId],
    );
    expect(await findCancellable(head, agencyId, "document_approval", first?.id ?? "")).toMatchObject({
      past: null,
      hasEarlier: false,
    });
    const id = await documentOf("QT-02");
    const [draft] = await rowsOf<{ version: number }>(
      "select version from document_revision where document_id = $1 and approved_on is null and cancellation_id is null",
      [id],
    );
    expect((await lineOf(id))?.draft).toMatchObject({ undone: false });
    const approval = { documentId: id, version: draft?.version ?? 0, effectiveOn: today, reviewDueOn: due };
    expect(await approveDraft(head, approval)).toMatchObject({ ok: true });
    const second = await newest(id);
    expect(await findCancellable(head, agencyId, "document_approval", second)).toMatchObject({
      hasEarlier: true,
    });
    expect(await cancel(head, "document_approval", second)).toMatchObject({ ok: true });
    expect((await lineOf(id))?.draft).toMatchObject({ undone: true });
  });
});

describe("a signature that was recorded wrongly", () => {
  const write = async (body: string): Promise<number> => {
    const [draft] = await rowsOf<{ version: number }>(
      "select version from quality_policy where agency_id = $1 and signed_on is null and cancellation_id is null",
      [agencyId],
    );
    const version = draft?.version ?? 0;
    expect(await savePolicy(officer, { agencyId, agencyCode: code, version, body })).toMatchObject({
      ok: true,
    });
    return version + 1;
  };

  it("is cancelled: the policy before is in force again, with what it lacked, and the text is a draft", async () => {
    const before = await findPolicy(officer, agencyId, today);
    const version = await write("Chính sách ký nhầm");
    const signed = { agencyId, agencyCode: code, version, signedOn: today, scan: scan() };
    expect(await recordSignature(officer, signed)).toMatchObject({ ok: true });
    const wrong = (await findPolicy(officer, agencyId, today)).current?.id ?? "";
    expect(wrong).not.toBe(before.current?.id);
    expect(await cancel(officer, "policy_signature", wrong)).toMatchObject({ ok: true });
    const after = await findPolicy(officer, agencyId, today);
    expect(after.current).toEqual(before.current);
    expect(after.gaps).toEqual(before.gaps);
    expect(after.draft?.body).toBe("Chính sách ký nhầm");
    expect((await listCorrections(officer, agencyId, ["policy_signature"])).cancelled).toMatchObject([
      { id: wrong, reason },
    ]);
  });

  it("of the head is the head's to cancel, and not once another was signed", async () => {
    const first = await write("Chính sách thứ nhất");
    expect(await signPolicy(head, { agencyId, agencyCode: code, version: first })).toMatchObject({
      ok: true,
    });
    const one = (await findPolicy(officer, agencyId, today)).current?.id ?? "";
    await refuses(() => cancel(officer, "policy_signature", one), "cancel-others");
    const second = await write("Chính sách thứ hai");
    expect(await signPolicy(head, { agencyId, agencyCode: code, version: second })).toMatchObject({
      ok: true,
    });
    await refuses(() => cancel(head, "policy_signature", one), "approval-followed");
    const two = (await findPolicy(officer, agencyId, today)).current?.id ?? "";
    expect(await cancel(head, "policy_signature", two)).toMatchObject({ ok: true });
    expect((await findPolicy(officer, agencyId, today)).current?.id).toBe(one);
  });
});
