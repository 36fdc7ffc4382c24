import type { Tx } from "@/lib/identity/database";
import { carrying, decision, published } from "@/prisma/seed/data/catalogue";
import { day, idOf, morning } from "@/prisma/seed/ids";
import { headOf, personId } from "@/prisma/seed/people";
import { agencyId } from "@/prisma/seed/registry";

const agency = "sxd";
const handledSince = "2016-09-01";
const issuedOn = "2016-10-03";
const procedureId = ({ code, name }: { code: string | null; name: string }): string =>
  idOf("procedure", code ?? name);

/** The decision with its list, released on the day on which it was signed. */
async function createDecision(tx: Tx): Promise<void> {
  const { issuedOn: signed, inForceFrom, ...law } = decision;
  const [id, changeId] = [idOf("law", decision.number), idOf("change", decision.number)];
  await tx.legalDocument.create({
    data: {
      ...{ id, ...law, issuedOn: day(signed), inForceFrom: day(inForceFrom), setsProcedures: false },
      ...{ verified: false, registeredName: "seed", registeredAt: morning(signed) },
    },
    select: { id: true },
  });
  await tx.legalChange.create({
    data: { id: changeId, legalDocumentId: id, notedName: "seed", notedAt: morning(signed) },
    select: { id: true },
  });
  await tx.adminProcedure.createMany({ data: published.map((each) => ({ id: procedureId(each) })) });
  await tx.procedureRow.createMany({
    data: published.map(({ code, name, field }, index) => ({
      ...{ id: idOf("row", decision.number, index), changeId, position: index + 1, place: String(index + 1) },
      ...{ act: "published" as const, procedureId: procedureId({ code, name }), code, name, field },
      ...{ levels: "Cấp tỉnh", decides: "Sở Xây dựng", performs: "Sở Xây dựng", bases: [] },
      ...{ shared: false, noCase: false, internal: false },
    })),
  });
  await tx.legalChange.update({
    where: { id: changeId },
    data: { releasedName: "seed", releasedAt: morning(signed) },
    select: { id: true },
  });
}

/** The department handles all of them, and has written procedures for half. */
async function createCoverage(tx: Tx): Promise<void> {
  await tx.handledProcedure.createMany({
    data: published.map((each) => ({
      ...{ agencyId: agencyId(agency), procedureId: procedureId(each), since: day(handledSince) },
    })),
  });
  const documents = carrying.map((each) => ({
    ...{ ...each, id: idOf("document", agency, each.code), revisionId: idOf("revision", agency, each.code) },
  }));
  await tx.controlledDocument.createMany({
    data: documents.map(({ id, code }) => ({
      ...{ id, code, agencyId: agencyId(agency), kind: "procedure" as const, createdAt: morning(issuedOn) },
    })),
  });
  await tx.documentRevision.createMany({
    data: documents.map(({ id, revisionId, title }) => ({
      ...{ id: revisionId, agencyId: agencyId(agency), documentId: id, issueNo: 1, revisionNo: 0, title },
      body: "1. Tiếp nhận hồ sơ tại Bộ phận một cửa.\n2. Thẩm định, lấy ý kiến cơ quan liên quan.\n3. Trình lãnh đạo Sở ký, trả kết quả.",
      ...{ changeRequest: "Xây dựng quy trình theo danh mục TTHC", changePlace: "Toàn bộ" },
      ...{
        changeSummary: "Ban hành lần đầu",
        draftedBy: personId("officer", agency),
        draftedAt: morning(issuedOn),
      },
      ...{ approvedBy: headOf(agency), approvedOn: day(issuedOn), effectiveOn: day(issuedOn) },
      reviewDueOn: day("2018-12-31"),
    })),
  });
  await tx.carriedProcedure.createMany({
    data: documents.flatMap(({ revisionId, carries }) =>
      carries.map((code) => ({
        ...{ agencyId: agencyId(agency), revisionId, procedureId: procedureId({ code, name: "" }) },
      })),
    ),
  });
}

export async function seedCatalogue(tx: Tx): Promise<void> {
  await createDecision(tx);
  await createCoverage(tx);
}
