import { loadChecklist } from "@/lib/audits/checklist/queries";
import { finaliseProblems, questionsOf, questionsWanting, scoreVisit } from "@/lib/audits/rules";
import type { FinaliseInput } from "@/lib/audits/schema";
import { isRefusal, lockVisit, type OpenVisit } from "@/lib/audits/recording/queries";
import type { Answers, Checklist, Score } from "@/lib/audits/types";
import type { FindingDraft } from "@/lib/findings/types";
import type { Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** Makes the minutes final: the score by the checklist as it is now, frozen with it, and the findings, once and for all. */
export async function finaliseVisit(viewer: Viewer, input: FinaliseInput): Promise<Result<Receipt>> {
  if (!may(viewer, "audits.finalise")) return refused(problem("not-in-team"));
  const day = await today();
  return change(viewer, async (tx) => {
    const visit = await lockVisit(tx, viewer, input.visitId, "alone");
    if (isRefusal(visit)) return visit;
    const checklist = await loadChecklist(tx, visit.checklistId, "vi");
    const rows = await tx.answer.findMany({
      where: { visitId: visit.id },
      select: { questionCode: true, outcome: true, note: true },
    });
    const answers: Answers = Object.fromEntries(
      rows.map(({ questionCode, ...answer }) => [questionCode, answer]),
    );
    const problems = finaliseProblems({ checklist, visit, answers, findings: input.findings, today: day });
    if (problems.length > 0) return refused(...problems);
    const score = scoreVisit(checklist, visit, answers);
    const wanting = questionsWanting(score.basis, answers);
    const findings = input.findings.filter((finding) => wanting.includes(finding.questionCode));
    const receipt = await record(tx, viewer, finalised(visit, score, findings, input.conclusion));
    await saveFindings(tx, visit, checklist, findings, day);
    await saveResult(tx, viewer, visit, score, input.conclusion, day, receipt);
    return done(receipt);
  });
}

const finalised = (visit: OpenVisit, score: Score, findings: readonly FindingDraft[], conclusion: string) =>
  ({
    chain: visit.agencyId,
    action: "visit-finalised",
    entity: "visit",
    entityId: visit.id,
    content: {
      score: score.scoreHundredths,
      grade: score.gradeCode,
      cappedBy: score.cappedBy,
      findings: findings.map((each) => ({ ...each })),
      conclusion,
    },
  }) as const;

async function saveFindings(
  tx: Tx,
  visit: OpenVisit,
  checklist: Checklist,
  findings: readonly FindingDraft[],
  day: PlainDate,
): Promise<void> {
  const questions = new Map(questionsOf(checklist, visit).map((question) => [question.code, question]));
  await tx.finding.createMany({
    data: findings.flatMap(({ questionCode, severity, evidence, scope, dueOn }) => {
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

async function saveResult(
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
