import { loadChecklist } from "@/lib/audits/checklist/queries";
import { applies, finaliseProblems, questionsOf, questionsWanting, scoreVisit } from "@/lib/audits/rules";
import type { FinaliseInput, SectionInput } from "@/lib/audits/schema";
import type { Answers, AnswerText, Checklist, Score, VisitScope } from "@/lib/audits/types";
import type { FindingDraft } from "@/lib/findings/types";
import type { Tx } from "@/lib/identity/database";
import { isId } from "@/lib/kernel/ids";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { conflicting, done, refused, type Refusal, type Result } from "@/lib/kernel/result";
import { now, today } from "@/lib/platform/clock";

type OpenVisit = VisitScope & { id: string; agencyId: string; checklistId: string; plannedOn: PlainDate };

/** The visit of one's own team, locked until the transaction ends; a refusal where it is final or not the viewer's to record. */
async function openVisit(tx: Tx, viewer: Viewer, id: string): Promise<OpenVisit | Refusal> {
  if (!isId(id)) return refused(problem("not-in-team"));
  const visit = await tx.visit.findFirst({
    where: { id, team: { some: { personId: viewer.personId ?? "" } } },
    select: {
      id: true,
      agencyId: true,
      checklistId: true,
      plannedOn: true,
      editionId: true,
      subordinates: true,
    },
  });
  if (!visit) return refused(problem("not-in-team"));
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${id}, 2))::text as locked`;
  const final = await tx.visitResult.findUnique({ where: { visitId: id }, select: { visitId: true } });
  if (final) return refused(problem("visit-final"));
  return { ...visit, plannedOn: fromDatabase(visit.plannedOn) };
}

const isRefusal = (value: object): value is Refusal => "problems" in value;

/** Saves one clause group as it stands. A stale version is refused with what the other person saved. */
export async function saveSection(viewer: Viewer, input: SectionInput): Promise<Result<Receipt>> {
  if (!may(viewer, "audits.record")) return refused(problem("not-in-team"));
  const day = await today();
  return change(viewer, async (tx) => {
    const visit = await openVisit(tx, viewer, input.visitId);
    if (isRefusal(visit)) return visit;
    if (day < visit.plannedOn)
      return refused(problem("visit-not-due", undefined, { plannedOn: formatDate(visit.plannedOn) }));
    const asked = await codesAsked(tx, visit, input.groupCode);
    const answers = asked.flatMap((code) => (input.answers[code] ? [{ code, ...input.answers[code] }] : []));
    if (asked.length === 0 || answers.length !== Object.keys(input.answers).length)
      return refused(problem("unknown-input"));
    if (!(await claimSection(tx, viewer, visit, input))) return conflictOf(tx, input);
    await writeAnswers(tx, visit, answers);
    return done(
      await record(tx, viewer, {
        chain: visit.agencyId,
        action: "section-saved",
        entity: "visit",
        entityId: visit.id,
        content: {
          group: input.groupCode,
          answers: Object.fromEntries(answers.map(({ code, outcome, note }) => [code, { outcome, note }])),
        },
      }),
    );
  });
}

/** The questions of a group that are asked on this visit: each tap saves a section, so no more than this is read. */
async function codesAsked(tx: Tx, visit: OpenVisit, groupCode: string): Promise<string[]> {
  const questions = await tx.checklistQuestion.findMany({
    where: { checklistId: visit.checklistId, groupCode },
    orderBy: { position: "asc" },
    select: { code: true, editions: true, subordinates: true },
  });
  return questions.filter((question) => applies(question, visit)).map(({ code }) => code);
}

/** Takes the next version of a section; false where somebody else has taken it. */
async function claimSection(
  tx: Tx,
  viewer: Viewer,
  visit: OpenVisit,
  { groupCode, version }: SectionInput,
): Promise<boolean> {
  const savedBy = viewer.accountId ?? "";
  const taken =
    version === 0
      ? await tx.$executeRaw`insert into visit_section (visit_id, agency_id, group_code, version, saved_by, saved_at)
        values (${visit.id}::uuid, ${visit.agencyId}::uuid, ${groupCode}, 1, ${savedBy}::uuid, ${now()}) on conflict do nothing`
      : await tx.$executeRaw`update visit_section set version = version + 1, saved_by = ${savedBy}::uuid, saved_at = ${now()}
        where visit_id = ${visit.id}::uuid and group_code = ${groupCode} and version = ${version}`;
  return taken === 1;
}

/** All answers of a section in one statement. */
const writeAnswers = (
  tx: Tx,
  visit: OpenVisit,
  answers: readonly (AnswerText & { code: string })[],
): Promise<number> => tx.$executeRaw`
  insert into answer (visit_id, agency_id, checklist_id, question_code, outcome, note)
  select ${visit.id}::uuid, ${visit.agencyId}::uuid, ${visit.checklistId}, code, outcome, note
  from unnest(${answers.map((each) => each.code)}::text[], ${answers.map((each) => each.outcome)}::text[]::outcome[],
    ${answers.map((each) => each.note)}::text[]) as a(code, outcome, note)
  on conflict (visit_id, question_code) do update set outcome = excluded.outcome, note = excluded.note`;

/** What stands there now: version, answers and who saved them, for the page to show beside one's own. */
async function conflictOf(tx: Tx, { visitId, groupCode }: SectionInput): Promise<Refusal> {
  const section = await tx.visitSection.findUnique({
    where: { visitId_groupCode: { visitId, groupCode } },
    select: { version: true, savedAt: true },
  });
  const stored = await tx.answer.findMany({
    where: { visitId, questionCode: { startsWith: `${groupCode}.` } },
    select: { questionCode: true, outcome: true, note: true },
  });
  const last = await tx.journalEntry.findFirst({
    where: {
      entity: "visit",
      entityId: visitId,
      action: "section-saved",
      content: { contains: `"group":"${groupCode}"` },
    },
    orderBy: { id: "desc" },
    select: { actorName: true },
  });
  const texts = stored.flatMap(
    ({ questionCode, outcome, note }) =>
      [
        [`outcome.${questionCode}`, outcome],
        [`note.${questionCode}`, note],
      ] as const,
  );
  return conflicting({
    current: { version: String(section?.version ?? 0), ...Object.fromEntries(texts) },
    savedBy: last?.actorName ?? "–",
    savedAt: formatInstant(section?.savedAt ?? now()),
  });
}

/** Makes the minutes final: the score by the checklist as it is now, frozen with it, and the findings, once and for all. */
export async function finaliseVisit(viewer: Viewer, input: FinaliseInput): Promise<Result<Receipt>> {
  if (!may(viewer, "audits.finalise")) return refused(problem("not-in-team"));
  const day = await today();
  return change(viewer, async (tx) => {
    const visit = await openVisit(tx, viewer, input.visitId);
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
