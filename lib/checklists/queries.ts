import type { Checklist } from "@/lib/checklists/types";
import type { Tx } from "@/lib/identity/database";
import type { Locale } from "@/lib/kernel/format";

/** A checklist edition with its questions in order, in the reader's language. */
export async function loadChecklist(tx: Tx, id: string, locale: Locale): Promise<Checklist> {
  const row = await tx.checklistEdition.findUniqueOrThrow({
    where: { id },
    include: {
      groups: { orderBy: { position: "asc" }, include: { questions: { orderBy: { position: "asc" } } } },
      grades: { orderBy: { minHundredths: "desc" } },
    },
  });
  const vietnamese = locale === "vi";
  return {
    id: row.id,
    title: row.title,
    groups: row.groups.map(({ code, titleVi, titleEn, points }) => ({
      code,
      points,
      title: vietnamese ? titleVi : titleEn,
    })),
    questions: row.groups.flatMap((group) =>
      group.questions.map((question) => ({
        code: question.code,
        groupCode: question.groupCode,
        basis: question.basis,
        topic: question.topic,
        editions: question.editions,
        legalDocumentId: question.legalDocumentId,
        subordinates: question.subordinates,
        gate: question.gate,
        maintenance: question.maintenance,
        text: vietnamese ? question.textVi : question.textEn,
        evidence: vietnamese ? question.evidenceVi : question.evidenceEn,
        clauses: question.clauses as Record<string, string>,
      })),
    ),
    grades: row.grades.map(({ code, titleVi, titleEn, minHundredths }) => ({
      code,
      minHundredths,
      title: vietnamese ? titleVi : titleEn,
    })),
  };
}
