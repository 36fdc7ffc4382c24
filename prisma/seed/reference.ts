import type { Tx } from "@/lib/identity/database";
import { checklistId, grades, groups, questions } from "@/prisma/seed/data/checklist";
import { clauses } from "@/prisma/seed/data/clauses";
import { laws, legalTerms, relations } from "@/prisma/seed/data/legal";
import { required } from "@/prisma/seed/data/required";
import { day, idOf } from "@/prisma/seed/ids";

export const lawId = (number: string): string => idOf("law", number);
export const requiredId = (editionId: string, usualCode: string): string => `${editionId}/${usualCode}`;
export const plan832 = "832/QĐ-UBND";

/** The day on which QĐ 19/2014/QĐ-TTg took the place of the two decisions before it. */
export const decision19From = "2014-05-18";

/** Law, standard and checklist: the same in every world. */
export async function seedReference(tx: Tx): Promise<void> {
  await createLaw(tx);
  await createStandard(tx);
  await createChecklist(tx);
  await createSubjectSet(tx);
  await createTerms(tx);
  await createBases(tx);
}

async function createLaw(tx: Tx): Promise<void> {
  await tx.legalDocument.createMany({
    data: laws.map(({ inForceFrom, ...law }) => ({
      ...law,
      ...{ id: lawId(law.number), issuedOn: day(law.issuedOn) },
      ...(inForceFrom && { inForceFrom: day(inForceFrom) }),
    })),
  });
  await tx.legalRelation.createMany({
    data: relations.map(([from, to, kind]) => ({
      ...{ id: idOf("relation", `${from} ${kind} ${to}`), kind },
      ...{ fromId: lawId(from), toId: lawId(to) },
    })),
  });
  await tx.legalTerm.createMany({
    data: legalTerms.map(({ from, law, ...term }) => ({
      ...term,
      validFrom: day(from),
      legalDocumentId: lawId(law),
    })),
  });
}

async function createStandard(tx: Tx): Promise<void> {
  await tx.standardEdition.createMany({
    data: [
      {
        id: "2008",
        designation: "TCVN ISO 9001:2008",
        publishedOn: day("2008-12-31"),
        withdrawnOn: day("2015-12-31"),
        legalDocumentId: lawId("4108/QĐ-BKHCN"),
      },
      {
        id: "2015",
        designation: "TCVN ISO 9001:2015",
        publishedOn: day("2015-12-31"),
        legalDocumentId: lawId("4109/QĐ-BKHCN"),
      },
      { id: "2026", designation: "ISO 9001:2026", announcedOn: day("2023-08-01") },
    ],
  });
  await tx.editionTransition.create({
    data: {
      id: idOf("transition", "2008"),
      editionId: "2008",
      deadlineOn: day("2021-06-30"),
      legalDocumentId: lawId("419/BKHCN-TĐC"),
    },
  });
  await tx.requirement.createMany({
    data: Object.entries(clauses).flatMap(([editionId, list]) =>
      list.map(([clause, titleVi, titleEn], position) => ({ editionId, clause, titleVi, titleEn, position })),
    ),
  });
  await tx.requiredDocument.createMany({
    data: Object.entries(required).flatMap(([editionId, list]) =>
      list.map(({ vi, en, ...each }, position) => ({
        ...each,
        id: requiredId(editionId, each.usualCode),
        editionId,
        titleVi: vi,
        titleEn: en,
        position,
      })),
    ),
  });
}

async function createChecklist(tx: Tx): Promise<void> {
  await tx.checklistEdition.create({
    data: {
      id: checklistId,
      title: "Phiếu kiểm tra việc xây dựng, áp dụng, duy trì và cải tiến HTQLCL",
      effectiveFrom: day("2015-06-01"),
      source: "Tổng hợp từ nội dung kiểm tra đã công bố; không phải mẫu chính thức",
    },
  });
  await tx.checklistGroup.createMany({
    data: groups.map(({ code, vi, en, points }, position) => ({
      checklistId,
      code,
      titleVi: vi,
      titleEn: en,
      points,
      position,
    })),
  });
  await tx.checklistQuestion.createMany({
    data: questions.map(({ vi, en, law, clauses: byEdition, editions, ...question }, position) => ({
      ...question,
      checklistId,
      groupCode: question.code.slice(0, 1),
      position,
      textVi: vi,
      textEn: en,
      editions: [...editions],
      clauses: { ...byEdition },
      legalDocumentId: law && lawId(law),
    })),
  });
  await tx.checklistGrade.createMany({
    data: grades.map(({ code, vi, en, minHundredths }) => ({
      checklistId,
      code,
      titleVi: vi,
      titleEn: en,
      minHundredths,
    })),
  });
}

async function createSubjectSet(tx: Tx): Promise<void> {
  await tx.subjectSet.create({
    data: {
      id: "mandatory",
      titleVi: "Cơ quan thuộc diện bắt buộc áp dụng",
      titleEn: "Agencies that must apply",
      obligations: ["mandatory_by_prime_minister", "mandatory_by_province"],
      validFrom: day("2006-06-20"),
      legalDocumentId: lawId(plan832),
    },
  });
  await tx.deadline.create({
    data: {
      id: "declare-2016",
      subjectSetId: "mandatory",
      dueOn: day("2016-12-31"),
      legalDocumentId: lawId(plan832),
    },
  });
}

/** Provincial practice under the province's plan; the customer confirms the document, and may add terms of a later day. */
async function createTerms(tx: Tx): Promise<void> {
  const days = { major: 15, minor: 30, observation: null } as const;
  await tx.correctionTerm.createMany({
    data: (["major", "minor", "observation"] as const).map((severity) => ({
      severity,
      validFrom: day("2015-05-29"),
      days: days[severity],
      legalDocumentId: lawId(plan832),
    })),
  });
}

/** What papers cite, each from the day it was in force or known. */
async function createBases(tx: Tx): Promise<void> {
  const entered = decision19From;
  const bases = [
    { position: 0, law: "144/2006/QĐ-TTg", from: "2006-06-20", to: entered },
    { position: 1, law: "118/2009/QĐ-TTg", from: "2009-09-30", to: entered },
    { position: 0, law: "19/2014/QĐ-TTg", from: entered, to: null },
    { position: 1, law: "26/2014/TT-BKHCN", from: "2014-10-10", to: null },
  ];
  await tx.paperBasis.createMany({
    data: bases.map(({ position, law, from, to }) => ({
      position,
      validFrom: day(from),
      validTo: to === null ? null : day(to),
      legalDocumentId: lawId(law),
    })),
  });
}
