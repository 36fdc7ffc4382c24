import { describe, expect, it } from "vitest";

import type { Viewer } from "@/lib/identity/types";
import { createDocument, saveDraft } from "@/lib/procedures/commands";
import type { DraftForm, NewDocumentForm } from "@/lib/procedures/schema";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const officer = (): Promise<Viewer> => viewerNamed("officer");
const ducPho = "ubnd-duc-pho";

async function one<Row extends Record<string, unknown>>(sql: string, values: unknown[]): Promise<Row> {
  const [row] = await rowsOf<Row>(sql, values);
  if (!row) throw new Error(`nothing found: ${sql}`);
  return row;
}

const agencyIdOf = async (code: string) =>
  (await one<{ id: string }>("select id from agency where code = $1", [code])).id;

const documentIdOf = async (code: string, agency = ducPho) =>
  (
    await one<{ id: string }>(
      "select d.id from controlled_document d join agency a on a.id = d.agency_id where a.code = $1 and d.code = $2",
      [agency, code],
    )
  ).id;

/** What a refusal must leave as it was. */
const written = async () =>
  one(
    "select (select md5(string_agg(r::text, ',' order by r::text)) from document_revision r) as revisions," +
      "(select count(*) from controlled_document) as documents, (select count(*) from document_coverage) as coverages," +
      "(select count(*) from journal_entry) as entries",
    [],
  );

async function refuses(act: () => Promise<{ ok: boolean }>, ...codes: string[]): Promise<void> {
  const before = await written();
  const result = await act();
  expect(result).toMatchObject({ ok: false, problems: codes.map((code) => ({ code })) });
  expect(await written()).toEqual(before);
}

const newDocument = (agencyId: string, more: Partial<NewDocumentForm> = {}): NewDocumentForm => ({
  agencyId,
  agencyCode: ducPho,
  code: "QT-06",
  kind: "procedure",
  requiredDocumentId: "",
  title: "Quy trình hành động phòng ngừa",
  body: "1. Mục đích",
  ...more,
});

const draft = (documentId: string, more: Partial<DraftForm> = {}): DraftForm => ({
  documentId,
  version: 0,
  title: "Quy trình kiểm soát tài liệu",
  body: "1. Mục đích\n\n2. Nội dung mới",
  changeRequest: "Kết luận kiểm tra ngày 12/10/2017",
  changePlace: "Mục 2",
  changeSummary: "Bổ sung",
  newIssue: "",
  ...more,
});

const revisionsOf = (documentId: string) =>
  rowsOf<{
    number: string;
    effective: string | null;
    obsolete: string | null;
    version: number;
    current: boolean;
  }>(
    `select issue_no || '/' || revision_no as number, effective_on::text as effective, obsolete_on::text as obsolete, version,
      coalesce(approved_on is not null and effective_on <= '2017-12-31' and (obsolete_on is null or obsolete_on > '2017-12-31'), false) as current
     from document_revision where document_id = $1 order by issue_no, revision_no`,
    [documentId],
  );

describe("a new document", () => {
  it("begins as draft 1/0 and answers its requirement", async () => {
    const agencyId = await agencyIdOf(ducPho);
    const required = await one<{ id: string }>(
      "select id from required_document where edition_id = '2008' and usual_code = 'QT-06'",
      [],
    );
    const result = await createDocument(
      await officer(),
      newDocument(agencyId, { code: "QT-06", requiredDocumentId: required.id }),
    );
    expect(result.ok).toBe(true);
    const id = await documentIdOf("QT-06");
    expect(await revisionsOf(id)).toMatchObject([{ number: "1/0", effective: null, version: 1 }]);
    expect(
      await one("select required_document_id as answers from document_coverage where document_id = $1", [id]),
    ).toEqual({ answers: required.id });
  });

  it("is refused under a code in use, and for a requirement that does not exist", async () => {
    const agencyId = await agencyIdOf(ducPho);
    const viewer = await officer();
    for (const code of ["QT-01", "QT\u201101", "QT–01", "qt-01", "ＱＴ－０１", "QT -\u00a001"])
      await refuses(() => createDocument(viewer, newDocument(agencyId, { code })), "code-taken");
    await refuses(
      () => createDocument(viewer, newDocument(agencyId, { code: "QT-77", requiredDocumentId: "2008-0" })),
      "not-an-id",
    );
  });

  it("is refused in another agency, and to who may only read", async () => {
    const elsewhere = await agencyIdOf("ubnd-mo-duc");
    const own = await agencyIdOf(ducPho);
    const [viewer, leader, inspector] = await Promise.all(
      ["officer", "leader", "inspector"].map(viewerNamed),
    );
    if (!viewer || !leader || !inspector) throw new Error("no viewers");
    await refuses(() => createDocument(viewer, newDocument(elsewhere, { code: "QT-88" })), "not-yours");
    await refuses(() => createDocument(leader, newDocument(own, { code: "QT-88" })), "not-yours");
    await refuses(() => createDocument(inspector, newDocument(own, { code: "QT-88" })), "not-yours");
  });
});

describe("a draft", () => {
  it("takes the next revision, is saved on, and refuses a stale save with the stored texts", async () => {
    const viewer = await officer();
    const id = await documentIdOf("QT-01");
    expect((await saveDraft(viewer, draft(id))).ok).toBe(true);
    expect((await revisionsOf(id)).at(-1)).toMatchObject({ number: "1/2", effective: null, version: 1 });
    expect((await saveDraft(viewer, draft(id, { version: 1, body: "Bản thứ hai" }))).ok).toBe(true);
    const before = await written();
    expect(await saveDraft(viewer, draft(id, { version: 1, body: "Bản thứ ba" }))).toMatchObject({
      ok: false,
      problems: [{ code: "stale" }],
      conflict: { current: { body: "Bản thứ hai", version: "2" }, savedBy: viewer.name },
    });
    expect(await written()).toEqual(before);
  });

  it("of a new issue starts its revisions again from 0", async () => {
    const id = await documentIdOf("QT-05");
    expect((await saveDraft(await officer(), draft(id, { newIssue: "1" }))).ok).toBe(true);
    expect((await revisionsOf(id)).at(-1)).toMatchObject({ number: "2/0" });
  });

  it("is refused where it says what is in force", async () => {
    const id = await documentIdOf("QT-03");
    const { title, body } = await one<{ title: string; body: string }>(
      "select title, body from document_revision where document_id = $1 and approved_on is not null and obsolete_on is null",
      [id],
    );
    const viewer = await officer();
    await refuses(() => saveDraft(viewer, draft(id, { title, body })), "no-change");
  });

  it("of another agency's document is refused as if there were none", async () => {
    const id = await documentIdOf("QT-01", "ubnd-mo-duc");
    const viewer = await officer();
    await refuses(() => saveDraft(viewer, draft(id)), "not-yours");
  });

  it("is begun once, though two begin at the same moment", async () => {
    const viewer = await officer();
    const id = await documentIdOf("QT-04");
    const results = await Promise.all(["một", "hai"].map((body) => saveDraft(viewer, draft(id, { body }))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await revisionsOf(id)).toHaveLength(3);
  });
});
