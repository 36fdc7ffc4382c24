import { questionsOf } from "@/lib/checklists/rules";
import type { OpenVisit } from "@/lib/visits/recording/queries";
import type { Checklist, Score } from "@/lib/checklists/types";
import type { FindingDraft } from "@/lib/findings/types";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { Receipt } from "@/lib/journal/types";
import { toDatabase, type PlainDate } from "@/lib/kernel/plain-date";

/** Each finding with what its question asks for, as it does on that day. */
export async function saveFindings(
  tx: Tx,
  visit: OpenVisit,
  checklist: Checklist,
  findings: readonly FindingDraft[],
  day: PlainDate,
): Promise<void> {
  const questions = new Map(questionsOf(checklist, visit).map((question) => [question.code, question]));
  await tx.finding.createMany({
    data: findings.flatMap((finding) => {
      const { questionCode, severity, evidence, reference, requirement, scope, dueOn, statement } = finding;
      const question = questions.get(questionCode);
      if (!question) return [];
      const clause = question.clauses[visit.editionId] ?? null;
      return [
        {
          agencyId: visit.agencyId,
          visitId: visit.id,
          questionCode,
          severity,
          topic: question.topic,
          evidence,
          reference: reference ?? "",
          requirementText: requirement ?? "",
          agencyStatement: statement ?? "",
          scope,
          editionId: clause === null ? null : visit.editionId,
          clause,
          legalDocumentId: question.legalDocumentId,
          raisedOn: toDatabase(day),
          dueOn: dueOn && toDatabase(dueOn),
        },
      ];
    }),
  });
}

/** The score and the grade, frozen with what they follow from. */
export async function saveResult(
  tx: Tx,
  viewer: Viewer,
  visit: OpenVisit,
  score: Score,
  conclusion: string,
  day: PlainDate,
  receipt: Receipt,
): Promise<void> {
  await tx.visitResult.create({
    data: {
      visitId: visit.id,
      agencyId: visit.agencyId,
      finalisedOn: toDatabase(day),
      finalisedBy: viewer.accountId ?? "",
      finalisedAt: receipt.at,
      scoreHundredths: score.scoreHundredths,
      gradeCode: score.gradeCode,
      cappedBy: score.cappedBy,
      maintains: score.maintains,
      failing: score.failing,
      groupScores: score.groupScores.map((group) => ({ ...group })),
      basis: structuredClone(score.basis),
      conclusion,
      receiptNo: BigInt(receipt.number),
    },
    select: { visitId: true },
  });
}
