import { beforeAll, describe, expect, it } from "vitest";

import { cancelEntry } from "@/lib/corrections/commands";
import { findCancellable, listCorrections } from "@/lib/corrections/queries";
import { asViewer } from "@/lib/identity/database";
import { savePolicy } from "@/lib/policies/commands";
import { findPolicy } from "@/lib/policies/queries";
import { createDocument, saveDraft } from "@/lib/procedures/commands";
import { findDocument } from "@/lib/procedures/record/queries";
import type { NewDocumentForm } from "@/lib/procedures/schema";
import {
  begin,
  cancel,
  head,
  last,
  leader,
  officer,
  own,
  reason,
  refuses,
  today,
} from "@/tests/support/database/corrections";
import { rowsOf } from "@/tests/support/database/viewer";

beforeAll(begin);

describe("a draft is discarded, and another may be begun", () => {
  it("of the quality policy, by an officer; not by the leader, and not once it is signed", async () => {
    const drafted = () => savePolicy(officer, { ...own, version: 0, body: "Soạn nhầm" });
    expect(await drafted()).toMatchObject({ ok: true });
    const id = await last("quality_policy", own.agencyId, "signed_on is null", "drafted_at");
    await refuses(() => cancel(leader, "policy_draft", id), "cancel-others");
    const shown = (await findCancellable(officer, own.agencyId, "policy_draft", id))?.shown;
    expect(await savePolicy(officer, { ...own, version: 1, body: "Soạn tiếp" })).toMatchObject({ ok: true });
    const form = { ...own, of: "policy_draft" as const, id, about: id, reason };
    expect(await cancelEntry(officer, { ...form, shown })).toMatchObject({
      problems: [{ code: "shown-changed" }],
    });
    expect(await cancel(officer, "policy_draft", id)).toMatchObject({ ok: true });
    expect((await findPolicy(officer, own.agencyId, today)).draft).toBeNull();
    expect(await savePolicy(officer, { ...own, version: 1, body: "Ở thẻ khác" })).toMatchObject({
      problems: [{ code: "draft-gone", values: { name: officer.name } }],
    });
    expect(await drafted()).toMatchObject({ ok: true });
    expect((await findPolicy(officer, own.agencyId, today)).draft?.id).not.toBe(id);
    const signed = await last("quality_policy", own.agencyId, "signed_on is not null", "drafted_at");
    await refuses(() => cancel(head, "policy_draft", signed), "not-yours");
  });

  it("of a document, whose number is free again; not once it is approved", async () => {
    const form = {
      ...own,
      code: "QT-77",
      kind: "procedure" as const,
      title: "Quy trình",
      body: "1. Mục đích",
    };
    expect(await createDocument(officer, { ...form, requiredDocumentId: "" })).toMatchObject({ ok: true });
    const [row] = await rowsOf<{ id: string }>("select id from controlled_document where code = 'QT-77'");
    const documentId = row?.id ?? "";
    const found = () => findDocument(officer, documentId, today, "vi");
    const id = (await found())?.revisions[0]?.id ?? "";
    expect(await cancel(head, "document_draft", id)).toMatchObject({ ok: true });
    expect(await found()).toMatchObject({ state: "missing", revisions: [] });
    expect((await listCorrections(officer, own.agencyId, ["document_draft"])).cancelled).toMatchObject([
      { id, about: documentId, name: "QT-77 Quy trình", reason },
    ]);
    const log = {
      changeRequest: "Yêu cầu",
      changePlace: "Toàn bộ",
      changeSummary: "Lần đầu",
      newIssue: "" as const,
    };
    const edited = { documentId, title: "Quy trình", body: "1. Phạm vi", ...log };
    expect(await saveDraft(officer, { ...edited, version: 1 })).toMatchObject({
      problems: [{ code: "draft-gone", values: { name: head.name } }],
    });
    expect(await saveDraft(officer, { ...edited, version: 0 })).toMatchObject({ ok: true });
    expect((await found())?.revisions).toMatchObject([{ issueNo: 1, revisionNo: 0, body: "1. Phạm vi" }]);
    const approved = await last("document_revision", own.agencyId, "approved_on is not null", "drafted_at");
    await refuses(() => cancel(head, "document_draft", approved), "not-yours");
    await expect(
      asViewer(
        officer,
        (tx) => tx.$executeRaw`update document_revision set cancellation_id = (select id from cancellation
          where agency_id = ${own.agencyId}::uuid limit 1) where id = ${approved}::uuid`,
      ),
    ).rejects.toThrow(/NN003|NN002/);
  });

  it("of a document, which is begun again under its code, as another kind if need be", async () => {
    const form = { ...own, code: "QT-78", kind: "procedure" as const, title: "Nhầm", body: "1. Mục đích" };
    const begin = (more: Partial<NewDocumentForm>) =>
      createDocument(officer, { ...form, requiredDocumentId: "", ...more });
    expect(await begin({})).toMatchObject({ ok: true });
    const documents = () =>
      rowsOf<{ id: string; kind: string }>("select id, kind from controlled_document where code = 'QT-78'");
    const [{ id: documentId } = { id: "" }] = await documents();
    const drafts = async () => (await findDocument(officer, documentId, today, "vi"))?.revisions ?? [];
    expect(await cancel(head, "document_draft", (await drafts())[0]?.id ?? "")).toMatchObject({ ok: true });
    expect(await begin({ code: "QT\u201178", kind: "form", title: "Đúng" })).toMatchObject({ ok: true });
    expect(await documents()).toEqual([{ id: documentId, kind: "form" }]);
    expect(await drafts()).toMatchObject([{ issueNo: 1, revisionNo: 0, title: "Đúng" }]);
    expect(await begin({})).toMatchObject({ ok: false, problems: [{ code: "code-taken", field: "code" }] });
  });
});
