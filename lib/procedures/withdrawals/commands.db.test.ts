import { describe, expect, it } from "vitest";

import { cancelEntry } from "@/lib/corrections/commands";
import { findCancellable, listCorrections } from "@/lib/corrections/queries";
import { asViewer } from "@/lib/identity/database";
import { plainDate } from "@/lib/kernel/plain-date";
import { saveDraft } from "@/lib/procedures/commands";
import { listDocuments } from "@/lib/procedures/queries";
import { findDocument } from "@/lib/procedures/record/queries";
import { consequencesOfWithdrawing, summaryOf } from "@/lib/procedures/rules";
import type { WithdrawalForm } from "@/lib/procedures/schema";
import { withdrawDocument } from "@/lib/procedures/withdrawals/commands";
import { noticePicture } from "@/prisma/seed/picture";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const scan = () => new File([new Uint8Array(noticePicture())], "Quyết định.png", { type: "image/png" });

const documentIdOf = async (code: string, agency = "ubnd-duc-pho") =>
  (
    await rowsOf<{ id: string }>(
      "select d.id from controlled_document d join agency a on a.id = d.agency_id where a.code = $1 and d.code = $2",
      [agency, code],
    )
  )[0]?.id ?? "";

const withdrawal = (documentId: string, more: Partial<WithdrawalForm> = {}): WithdrawalForm => ({
  documentId,
  withdrawnOn: plainDate("30/12/2017"),
  reason: "Quyết định 15/QĐ-UBND",
  scan: null,
  ...more,
});

const written = () =>
  rowsOf(
    "select (select count(*) from document_withdrawal) as rows, (select count(*) from journal_entry) as entries",
  );

const setOf = async (agencyId: string) => listDocuments(await viewerNamed("leader"), agencyId, today, "vi");

describe("taking a document out of use", () => {
  it("is refused on a day out of order, without the paper of whoever is not the head, and out of reach", async () => {
    const [officer, head] = [await viewerNamed("officer"), await viewerNamed("head")];
    const id = await documentIdOf("QT-03");
    for (const [viewer, form, code] of [
      [officer, withdrawal(id), "file-required"],
      [head, withdrawal(id, { withdrawnOn: plainDate("01/01/2018") }), "date-in-future"],
      [head, withdrawal(id, { withdrawnOn: plainDate("02/10/2016") }), "date-before"],
      [head, withdrawal(await documentIdOf("QT-01", "ubnd-mo-duc")), "not-yours"],
      [await viewerNamed("leader"), withdrawal(id), "not-yours"],
    ] as const) {
      const before = await written();
      expect(await withdrawDocument(viewer, form)).toMatchObject({ ok: false, problems: [{ code }] });
      expect(await written()).toEqual(before);
    }
  });

  it("says first what it changes, and once cancelled has changed nothing", async () => {
    const [officer, head] = [await viewerNamed("officer"), await viewerNamed("head")];
    const id = await documentIdOf("QT-04");
    const { agencyId = "", revisions } = (await findDocument(head, id, today, "vi")) ?? {};
    const set = await setOf(agencyId);
    const foreseen = consequencesOfWithdrawing(set, id);
    expect(foreseen).toMatchObject({ before: 9, after: 8, total: 10 });
    expect(await withdrawDocument(head, withdrawal(id))).toMatchObject({ ok: true });
    const after = summaryOf((await setOf(agencyId)).items);
    expect([after.done, after.missing.map((each) => each.id)]).toEqual([
      foreseen.after,
      [...summaryOf(set.items).missing, ...foreseen.missing]
        .map((each) => each.id)
        .sort(
          (a, b) =>
            after.missing.findIndex((each) => each.id === a) -
            after.missing.findIndex((each) => each.id === b),
        ),
    ]);
    const ended = await findDocument(officer, id, today, "vi");
    expect(ended).toMatchObject({
      state: "withdrawn",
      withdrawal: { withdrawnOn: "2017-12-30", by: head.name, reason: "Quyết định 15/QĐ-UBND" },
    });
    const entry = ended?.withdrawal?.id ?? "";
    expect(await withdrawDocument(head, withdrawal(id, { withdrawnOn: today }))).toMatchObject({
      problems: [{ code: "not-yours" }],
    });
    const wrong = {
      agencyId,
      agencyCode: "ubnd-duc-pho",
      of: "document_withdrawal",
      id: entry,
      about: id,
    } as const;
    const cancel = { ...wrong, reason: "Nhầm mã tài liệu" };
    expect(await cancelEntry(officer, cancel)).toMatchObject({ problems: [{ code: "cancel-others" }] });
    expect(await findCancellable(head, agencyId, "document_withdrawal", entry)).toMatchObject({ mine: true });
    expect(await cancelEntry(head, cancel)).toMatchObject({ ok: true });
    expect(await setOf(agencyId)).toEqual(set);
    const back = await findDocument(head, id, today, "vi");
    expect([back?.withdrawal, back?.revisions]).toEqual([null, revisions]);
    const { cancelled } = await listCorrections(officer, agencyId, ["document_withdrawal"]);
    expect(cancelled).toMatchObject([
      { id: entry, name: "QT-04", reason: "Nhầm mã tài liệu", by: head.name },
    ]);
    expect(await withdrawDocument(head, withdrawal(id))).toMatchObject({ ok: true });
  });

  it("is recorded by the officer from the paper, and cancelled by whom recorded it on that day", async () => {
    const officer = await viewerNamed("officer");
    const id = await documentIdOf("STCL");
    expect(await withdrawDocument(officer, withdrawal(id, { scan: scan() }))).toMatchObject({ ok: true });
    const document = await findDocument(officer, id, today, "vi");
    expect(document?.withdrawal?.attachmentId).toBeTruthy();
    expect(
      await saveDraft(officer, {
        ...{ documentId: id, version: 0, title: "Sổ tay", body: "Mới", newIssue: "" },
        ...{ changeRequest: "Yêu cầu", changePlace: "Mục 1", changeSummary: "Bổ sung" },
      }),
    ).toMatchObject({ problems: [{ code: "not-yours" }] });
    const { agencyId = "", withdrawal: stands } = document ?? {};
    expect(
      await cancelEntry(officer, {
        ...{
          agencyId,
          agencyCode: "ubnd-duc-pho",
          of: "document_withdrawal",
          id: stands?.id ?? "",
          about: id,
        },
        reason: "Nhầm",
      }),
    ).toMatchObject({ ok: true });
  });

  it("of an officer without the paper is refused by the database too", async () => {
    const officer = await viewerNamed("officer");
    const documentId = await documentIdOf("QT-03");
    const insert = asViewer(officer, (tx) =>
      tx.documentWithdrawal.create({
        data: {
          ...{ agencyId: officer.agencyId ?? "", documentId, withdrawnOn: new Date("2017-12-30") },
          ...{ reason: "Nhầm", recordedBy: officer.accountId, recordedName: officer.name },
        },
        select: { id: true },
      }),
    );
    await expect(insert).rejects.toThrow(/row-level security|42501/);
  });
});
