import { expect, it } from "vitest";

import { cancelEntry } from "@/lib/corrections/commands";
import { asViewer } from "@/lib/identity/database";
import { plainDate } from "@/lib/kernel/plain-date";
import { saveDraft } from "@/lib/procedures/commands";
import { listDocuments } from "@/lib/procedures/queries";
import { findDocument } from "@/lib/procedures/record/queries";
import { keepDocument } from "@/lib/procedures/reviews/commands";
import { textsShown } from "@/lib/procedures/rules";
import type { ReviewForm } from "@/lib/procedures/schema";
import { noticePicture } from "@/prisma/seed/picture";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const scan = () => new File([new Uint8Array(noticePicture())], "Phiếu xem xét.png", { type: "image/png" });

const documentIdOf = async (code: string, agency = "ubnd-duc-pho") =>
  (
    await rowsOf<{ id: string }>(
      "select d.id from controlled_document d join agency a on a.id = d.agency_id where a.code = $1 and d.code = $2",
      [agency, code],
    )
  )[0]?.id ?? "";

const review = (documentId: string, more: Partial<ReviewForm> = {}): ReviewForm => ({
  documentId,
  reviewedOn: plainDate("29/12/2017"),
  nextDueOn: plainDate("31/12/2018"),
  conclusion: "Phó Chủ tịch xem xét; quy trình còn phù hợp",
  scan: null,
  ...more,
});

const stateOf = async (documentId: string) => {
  const leader = await viewerNamed("leader");
  const document = await findDocument(leader, documentId, today, "vi");
  const set = await listDocuments(leader, document?.agencyId ?? "", today, "vi");
  const line = set.items.flatMap(({ documents }) => documents).find(({ id }) => id === documentId);
  const current = document?.revisions.find(({ obsoleteOn }) => obsoleteOn === null);
  return {
    states: [document?.state, line?.state],
    due: [current?.reviewDueOn, line?.reviewDueOn],
    revisions: document?.revisions.length,
    reviews: document?.reviews.length,
  };
};

it("is refused on days out of order, without the paper of whoever is not the head, and out of reach", async () => {
  const id = await documentIdOf("QT-03");
  const [officer, head] = [await viewerNamed("officer"), await viewerNamed("head")];
  const entries = () => rowsOf("select count(*) from journal_entry");
  const written = await entries();
  for (const [viewer, form, code] of [
    [officer, review(id), "file-required"],
    [head, review(id, { reviewedOn: plainDate("01/01/2018") }), "date-in-future"],
    [head, review(id, { reviewedOn: plainDate("02/10/2016") }), "date-before"],
    [head, review(id, { nextDueOn: today }), "date-before"],
    [head, review(await documentIdOf("QT-03", "ubnd-mo-duc")), "not-yours"],
    [await viewerNamed("leader"), review(id), "not-yours"],
  ] as const)
    expect(await keepDocument(viewer, form)).toMatchObject({ ok: false, problems: [{ code }] });
  expect(await entries()).toEqual(written);
});

it("keeps a document that was due for review, without a new revision, until that is cancelled", async () => {
  const id = await documentIdOf("QT-03");
  const [officer, head] = [await viewerNamed("officer"), await viewerNamed("head")];
  const before = await stateOf(id);
  expect(before).toMatchObject({ states: ["review_due", "review_due"], due: ["2018-01-20", "2018-01-20"] });
  expect(await keepDocument(officer, review(id, { scan: scan() }))).toMatchObject({ ok: true });
  expect(await stateOf(id)).toEqual({
    states: ["current", "current"],
    due: ["2018-12-31", "2018-12-31"],
    revisions: before.revisions,
    reviews: 1,
  });
  expect(await keepDocument(head, review(id, { nextDueOn: plainDate("30/06/2018") }))).toMatchObject({
    ok: true,
  });
  expect((await stateOf(id)).due).toEqual(["2018-06-30", "2018-06-30"]);
  const cancelled = await rowsOf<{ id: string; agency: string; by: string }>(
    "select id, agency_id as agency, recorded_by as by from document_review where document_id = $1 order by recorded_at",
    [id],
  );
  const cancel = (viewer: typeof head, review?: { id: string; agency: string }) =>
    cancelEntry(viewer, {
      agencyId: review?.agency ?? "",
      agencyCode: "ubnd-duc-pho",
      of: "document_review",
      id: review?.id ?? "",
      about: review?.id ?? "",
      reason: "Ghi nhầm tài liệu",
    });
  expect(await cancel(officer, cancelled[1])).toMatchObject({ problems: [{ code: "cancel-others" }] });
  expect(await cancel(officer, cancelled[0])).toMatchObject({ ok: true });
  expect(await cancel(head, cancelled[1])).toMatchObject({ ok: true });
  expect(await stateOf(id)).toEqual({ ...before, reviews: 0 });
});

it("is of the text that was there when its form was drawn, and of no later one", async () => {
  const id = await documentIdOf("QT-04");
  const head = await viewerNamed("head");
  const revisions = (await findDocument(head, id, today, "vi"))?.revisions ?? [];
  const drawn = textsShown(revisions);
  const version = revisions.find(({ approvedOn }) => approvedOn === null)?.version ?? 0;
  const draft = { title: "Quy trình", body: "1. Phạm vi", changeRequest: "a", changePlace: "b" };
  const log = { ...draft, changeSummary: "c", newIssue: "" as const, version };
  expect(await saveDraft(await viewerNamed("officer"), { documentId: id, ...log })).toMatchObject({
    ok: true,
  });
  const before = await stateOf(id);
  expect(await keepDocument(head, review(id, { shown: drawn }))).toMatchObject({
    problems: [{ code: "shown-changed" }],
  });
  expect(await stateOf(id)).toEqual(before);
});

it("is told of an earlier day as it stood", async () => {
  const id = await documentIdOf("QT-03");
  const leader = await viewerNamed("leader");
  await keepDocument(await viewerNamed("head"), review(id));
  const { agencyId } = (await findDocument(leader, id, today, "vi")) ?? { agencyId: "" };
  const due = async (day: string) => {
    const { items } = await listDocuments(leader, agencyId, plainDate(day), "vi");
    return items.flatMap(({ documents }) => documents).find((line) => line.id === id)?.reviewDueOn;
  };
  expect([await due("28/12/2017"), await due("29/12/2017")]).toEqual(["2018-01-20", "2018-12-31"]);
});

it("asks the database for the paper of whoever is not the head, and changes nothing of what was recorded", async () => {
  const officer = await viewerNamed("officer");
  const [revision] = await rowsOf<{ id: string; document: string }>(
    "select id, document_id as document from document_revision where agency_id = $1 and approved_on is not null limit 1",
    [officer.agencyId],
  );
  const insert = asViewer(officer, (tx) =>
    tx.documentReview.create({
      data: {
        ...{
          agencyId: officer.agencyId ?? "",
          documentId: revision?.document ?? "",
          revisionId: revision?.id ?? "",
        },
        ...{ reviewedOn: new Date("2017-12-29"), nextDueOn: new Date("2018-12-29"), conclusion: "Phù hợp" },
        ...{ recordedBy: officer.accountId, recordedName: officer.name },
      },
      select: { id: true },
    }),
  );
  await expect(insert).rejects.toThrow(/row-level security|42501/);
  await expect(rowsOf("update document_review set next_due_on = '2030-01-01'")).rejects.toMatchObject({
    code: "NN001",
  });
  await expect(rowsOf("delete from document_review")).rejects.toMatchObject({ code: "NN001" });
});
