import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/identity/database";
import { declaredCodes } from "@/prisma/seed/adoption";
import { agencies } from "@/prisma/seed/data/agencies";
import { bodyOf, procedures, type SeedProcedure } from "@/prisma/seed/data/procedures";
import { day, idOf, morning } from "@/prisma/seed/ids";
import { headOf, personId } from "@/prisma/seed/people";
import { requiredId } from "@/prisma/seed/reference";
import { agencyId } from "@/prisma/seed/registry";

const nameOf = new Map(agencies.map((agency) => [agency.code, agency.name]));
const ducPho = "ubnd-duc-pho";
const documentId = (code: string, usualCode: string): string => idOf("document", code, usualCode);

type Document = { code: string; procedure: SeedProcedure; n: number };

/** Where visits of 2017 found no procedure of preventive action; one of them has issued it since. */
const withoutPreventive: readonly string[] = [ducPho, "cckl", "ubnd-ba-to"];
const preventiveSince: Readonly<Record<string, string>> = { "ubnd-binh-son": "2017-10-20" };

/** Who has which procedure: one agency in five lacks preventive action, and those do where visits found so. */
function documentsOf(code: string, n: number): Document[] {
  const lacksPreventive = withoutPreventive.includes(code) || (n % 5 === 3 && !(code in preventiveSince));
  return procedures
    .filter(({ usualCode }) => !(usualCode === "QT-06" && lacksPreventive))
    .map((procedure) => ({ code, procedure, n }));
}

type Revision = Prisma.DocumentRevisionCreateManyInput;

const firstIssue = ({ code, procedure, n }: Document, on: string, obsoleteOn: string | null): Revision => ({
  id: idOf("revision", code, procedure.usualCode, 1, 0),
  agencyId: agencyId(code),
  documentId: documentId(code, procedure.usualCode),
  issueNo: 1,
  revisionNo: 0,
  title: procedure.title,
  body: bodyOf(procedure, nameOf.get(code) ?? code, on),
  changeRequest: "Xây dựng hệ thống quản lý chất lượng",
  changePlace: "Toàn bộ",
  changeSummary: "Ban hành lần đầu",
  draftedBy: personId("officer", code),
  draftedAt: morning(on),
  approvedBy: headOf(code),
  approvedOn: day(on),
  effectiveOn: day(on),
  obsoleteOn: obsoleteOn === null ? null : day(obsoleteOn),
  reviewDueOn: day(n % 7 === 2 ? "2018-01-15" : "2018-12-31"),
});

const revisedOn = "2016-10-03";

/** Đức Phổ's procedures have a past: revised in 2016, internal audit due for review, records under revision now. */
function ducPhoRevisions(document: Document): Revision[] {
  const { procedure } = document;
  const first = firstIssue(document, "2013-12-20", revisedOn);
  const second: Revision = {
    ...first,
    id: idOf("revision", ducPho, procedure.usualCode, 1, 1),
    revisionNo: 1,
    body: `${bodyOf(procedure, nameOf.get(ducPho) ?? ducPho, revisedOn)}\n\n6. Áp dụng tại Bộ phận một cửa\nKết quả được ghi vào phần mềm một cửa điện tử trong ngày.`,
    changeRequest: "Phiếu yêu cầu sửa đổi số 04 ngày 12/9/2016 của Văn phòng HĐND và UBND huyện",
    changePlace: "Mục 3, Mục 6",
    changeSummary: "Cập nhật văn bản viện dẫn; bổ sung việc cập nhật vào phần mềm một cửa điện tử",
    draftedAt: morning("2016-09-15"),
    approvedOn: day(revisedOn),
    effectiveOn: day(revisedOn),
    obsoleteOn: null,
    reviewDueOn: day(procedure.usualCode === "QT-03" ? "2018-01-20" : "2018-10-03"),
  };
  return procedure.usualCode === "QT-02" ? [first, second, draftAfter(second)] : [first, second];
}

const draftAfter = (current: Revision): Revision => ({
  ...current,
  id: idOf("revision", String(current.documentId), "draft"),
  revisionNo: current.revisionNo + 1,
  body: current.body.replace("05 ngày làm việc", "03 ngày làm việc"),
  changeRequest: "Kết luận đánh giá nội bộ tháng 11/2017",
  changePlace: "Mục 4.4",
  changeSummary: "Rút ngắn thời gian mượn hồ sơ",
  draftedAt: morning("2017-12-11"),
  approvedBy: null,
  approvedOn: null,
  effectiveOn: null,
  obsoleteOn: null,
  reviewDueOn: null,
});

/** The set of an agency was issued in a day; what a visit found wanting, later. */
const issuedOn = ({ code, procedure, n }: Document): string => {
  const since = procedure.usualCode === "QT-06" ? preventiveSince[code] : undefined;
  return since ?? (n % 3 === 2 && code !== ducPho ? "2015-12-21" : "2013-12-20");
};

const revisionsOf = (document: Document): Revision[] => {
  if (document.code === ducPho) return ducPhoRevisions(document);
  const first = firstIssue(document, issuedOn(document), null);
  return document.n % 9 === 4 && document.procedure.usualCode === "QT-01"
    ? [first, draftAfter(first)]
    : [first];
};

export async function seedDocuments(tx: Tx): Promise<void> {
  const documents = declaredCodes.flatMap(documentsOf);
  await tx.controlledDocument.createMany({
    data: documents.map((document) => ({
      id: documentId(document.code, document.procedure.usualCode),
      agencyId: agencyId(document.code),
      code: document.procedure.usualCode,
      kind: "procedure" as const,
      createdAt: morning(issuedOn(document)),
    })),
  });
  await tx.documentCoverage.createMany({
    data: documents.map(({ code, procedure }) => ({
      agencyId: agencyId(code),
      documentId: documentId(code, procedure.usualCode),
      requiredDocumentId: requiredId("2008", procedure.usualCode),
    })),
  });
  await tx.documentRevision.createMany({ data: documents.flatMap(revisionsOf) });
  await createManuals(tx);
  await createSubmission(tx);
}

/** Đức Phổ's draft waits for the head. */
async function createSubmission(tx: Tx): Promise<void> {
  const officer = await tx.person.findUniqueOrThrow({ where: { id: personId("officer", ducPho) } });
  await tx.submission.create({
    data: {
      id: idOf("submission", ducPho, "QT-02"),
      agencyId: agencyId(ducPho),
      revisionId: idOf("revision", documentId(ducPho, "QT-02"), "draft"),
      note: "Kính trình Chủ tịch xem, để kịp áp dụng từ đầu năm 2018.",
      recordedBy: idOf("account", "officer"),
      recordedName: officer.fullName,
      recordedAt: morning("2017-12-28"),
    },
    select: { id: true },
  });
}

/** Manuals and records: kept by most, described in a line or two. */
async function createManuals(tx: Tx): Promise<void> {
  const kept = [
    ["STCL", "manual", "Sổ tay chất lượng"],
    ["HS-XXLĐ", "record", "Hồ sơ xem xét của lãnh đạo năm 2017"],
    ["HS-ĐT", "record", "Hồ sơ năng lực, đào tạo"],
    ["HS-KQ", "record", "Hồ sơ theo dõi kết quả giải quyết công việc"],
  ] as const;
  const all = declaredCodes.flatMap((code, n) =>
    kept
      .filter((_, position) => code !== ducPho || position !== 1)
      .filter((_, position) => (n + position) % 6 !== 5)
      .map((document) => ({ code, document })),
  );
  await tx.controlledDocument.createMany({
    data: all.map(({ code, document: [usualCode, kind] }) => ({
      id: documentId(code, usualCode),
      agencyId: agencyId(code),
      code: usualCode,
      kind,
      createdAt: morning("2016-01-15"),
    })),
  });
  await tx.documentCoverage.createMany({
    data: all.map(({ code, document: [usualCode] }) => ({
      agencyId: agencyId(code),
      documentId: documentId(code, usualCode),
      requiredDocumentId: requiredId("2008", usualCode),
    })),
  });
  await tx.documentRevision.createMany({
    data: all.map(({ code, document: [usualCode, , title] }) => ({
      ...firstIssue(
        { code, n: 0, procedure: { usualCode, title, purpose: "", steps: [] } },
        "2016-01-15",
        null,
      ),
      body: `${title} của ${nameOf.get(code) ?? code}, lưu tại bộ phận thư ký ISO.`,
    })),
  });
}
