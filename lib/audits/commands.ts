import { loadChecklist } from "@/lib/audits/checklist/queries";
import { delivered, fingerprintOfMessage, receive } from "@/lib/audits/delivery/commands";
import type { Delivered, Mark } from "@/lib/audits/delivery/types";
import { saveMinutes, sha256Of } from "@/lib/audits/minutes/commands";
import {
  hoursProblems,
  minutesText,
  representativeProblems,
  saidHours,
  saidSignatories,
  signatoryProblems,
} from "@/lib/audits/minutes/rules";
import { noHours, type PhotoHashes } from "@/lib/audits/minutes/types";
import { finaliseProblems, questionsOf, questionsWanting, scoreVisit } from "@/lib/audits/rules";
import { earlierFindings, loadRechecks } from "@/lib/audits/rechecks/queries";
import { recheckProblems, savesOf } from "@/lib/audits/rechecks/rules";
import type { EarlierFinding, Rechecks } from "@/lib/audits/rechecks/types";
import type { FinaliseInput } from "@/lib/audits/schema";
import { isRefusal, lockVisit, type OpenVisit } from "@/lib/audits/recording/queries";
import type { Answers, Checklist, Score } from "@/lib/audits/types";
import type { FindingDraft } from "@/lib/findings/types";
import type { Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { formatInstant } from "@/lib/kernel/format";
import { toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { conflicting, done, refused, type Refusal, type Result } from "@/lib/kernel/result";
import { now, today } from "@/lib/platform/clock";

/** From a device: its mark, and the fingerprint of what was read out and signed there. */
export type Sent = { mark: Mark; fingerprint: string };

/**
 * Makes the minutes final: the score by the checklist as it is now, frozen with it, the findings and what the agency says, once
 * and for all. Refused where somebody changed a section that was already on screen.
 */
export async function finaliseVisit(
  viewer: Viewer,
  input: FinaliseInput,
  sent?: Sent,
): Promise<Result<Delivered>> {
  if (!may(viewer, "audits.finalise")) return refused(problem("not-in-team"));
  const day = await today();
  const recordedAt = sent?.mark.recordedAt ?? now();
  const work = (tx: Tx) => finalise(tx, viewer, input, { day, recordedAt, fingerprint: sent?.fingerprint });
  if (!sent) return change(viewer, work);
  const { findings, conclusion, hours, representative, signatories } = input;
  const message = {
    findings: findings.map((each) => ({ ...each })),
    conclusion,
    ...saidHours(hours),
    representative: { ...representative, signature: { ...representative.signature } },
    ...saidSignatories(signatories),
    fingerprint: sent.fingerprint,
  };
  const sha256 = fingerprintOfMessage({ ...message, visit: input.visitId });
  const item = { ...sent.mark, visitId: input.visitId, subject: "minutes", sha256 };
  return receive(viewer, item, message, work);
}

type Moment = { day: PlainDate; recordedAt: Date; fingerprint: string | undefined };

async function finalise(
  tx: Tx,
  viewer: Viewer,
  input: FinaliseInput,
  { day, recordedAt, fingerprint }: Moment,
): Promise<Result<Delivered>> {
  const visit = await lockVisit(tx, viewer, input.visitId, "alone");
  if (isRefusal(visit)) return visit;
  const rechecks = await loadRechecks(tx, visit.id);
  const changed = await changedSince(tx, input, rechecks);
  if (changed) return changed;
  const checklist = await loadChecklist(tx, visit.checklistId, "vi");
  const { answers, photos } = await answersOf(tx, visit.id);
  const { conclusion, hours, representative, signatories } = input;
  const problems = [
    ...finaliseProblems({ checklist, visit, answers, findings: input.findings, today: day }),
    ...recheckProblems(await earlierOf(tx, visit), rechecks),
    ...hoursProblems(hours),
    ...representativeProblems(representative),
    ...signatoryProblems(signatories),
  ];
  if (problems.length > 0) return refused(...problems);
  const score = scoreVisit(checklist, visit, answers);
  const wanting = questionsWanting(score.basis, answers);
  const findings = input.findings.filter((finding) => wanting.includes(finding.questionCode));
  const text = minutesText({
    visitId: visit.id,
    answers,
    photos,
    rechecks,
    findings,
    conclusion,
    hours,
    representative,
    signatories,
  });
  const minutes = { text, fingerprint: sha256Of(text), hours: hours ?? noHours, representative, recordedAt };
  if (fingerprint !== undefined && fingerprint !== minutes.fingerprint) return differing(viewer);
  const receipt = await record(
    tx,
    viewer,
    finalised(visit, score, { findings, rechecks }, input, minutes.fingerprint),
  );
  await saveFindings(tx, visit, checklist, findings, day);
  await saveResult(tx, viewer, visit, score, conclusion, day, receipt);
  await saveMinutes(
    tx,
    viewer,
    { visitId: visit.id, agencyId: visit.agencyId, version: 1, reason: "" },
    minutes,
    receipt,
  );
  return done(delivered(receipt, 1));
}

const differing = (viewer: Viewer): Refusal => ({
  ...conflicting({ current: {}, savedBy: viewer.name, savedAt: formatInstant(now()) }),
  problems: [problem("minutes-differ")],
});

async function answersOf(tx: Tx, visitId: string): Promise<{ answers: Answers; photos: PhotoHashes }> {
  const rows = await tx.answer.findMany({
    where: { visitId },
    select: {
      questionCode: true,
      outcome: true,
      note: true,
      evidence: { select: { attachment: { select: { sha256: true } } } },
    },
  });
  return {
    answers: Object.fromEntries(
      rows.map(({ questionCode, outcome, note }) => [questionCode, { outcome, note }]),
    ),
    photos: Object.fromEntries(
      rows.map(({ questionCode, evidence }) => [
        questionCode,
        evidence.map((each) => each.attachment.sha256),
      ]),
    ),
  };
}

const earlierOf = (tx: Tx, visit: OpenVisit): Promise<EarlierFinding[]> =>
  tx.finding.findMany({
    where: earlierFindings({ ...visit, plannedOn: toDatabase(visit.plannedOn) }),
    orderBy: [{ raisedOn: "asc" }, { questionCode: "asc" }],
    select: { id: true, questionCode: true },
  });

/** What somebody saved after it was shown to who now makes the minutes final. */
async function changedSince(
  tx: Tx,
  { visitId, seen }: FinaliseInput,
  rechecks: Rechecks,
): Promise<Refusal | null> {
  if (seen === null) return null;
  const seenSaves = seen["rechecks"];
  if (seenSaves !== undefined && seenSaves !== savesOf(Object.values(rechecks)))
    return refused(problem("rechecks-changed"));
  const sections = await tx.visitSection.findMany({
    where: { visitId },
    orderBy: { groupCode: "asc" },
    select: { groupCode: true, version: true },
  });
  const changed = sections.filter(({ groupCode, version }) => seen[groupCode] !== version);
  if (changed.length === 0) return null;
  return refused(
    problem("answers-changed", undefined, { groups: changed.map((each) => each.groupCode).join(", ") }),
  );
}

const finalised = (
  visit: OpenVisit,
  score: Score,
  { findings, rechecks }: { findings: readonly FindingDraft[]; rechecks: Rechecks },
  { conclusion, hours, representative, signatories = [] }: FinaliseInput,
  fingerprint: string,
) =>
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
      ...(Object.keys(rechecks).length > 0 && { rechecks }),
      conclusion,
      ...(hours ?? noHours),
      opinion: representative.opinion,
      representative: representative.name,
      statement: representative.statement,
      ...(signatories.length > 0 && { signatories: signatories.map(({ part, name }) => ({ part, name })) }),
      fingerprint,
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
