import { scoreVisit } from "@/lib/checklists/rules";
import type { Answers, AnswerText, Checklist, Score, VisitScope } from "@/lib/checklists/types";
import type { Severity } from "@/lib/findings/types";
import type { Tx } from "@/lib/identity/database";
import { addDays, plainDate } from "@/lib/kernel/plain-date";
import { checklistId, grades, groups, questions } from "@/prisma/seed/data/checklist";
import { followUp, visits, type SeedShortcoming, type SeedVisit } from "@/prisma/seed/data/shortcomings";
import { day, idOf, morning } from "@/prisma/seed/ids";
import { inspectors, personId } from "@/prisma/seed/people";
import { lawId } from "@/prisma/seed/reference";
import { agencyId } from "@/prisma/seed/registry";

const visitId = (agency: string, on: string): string => idOf("visit", agency, on);
const programmeId = (year: number): string => idOf("programme", year);
const inspectorAccount = idOf("account", "inspector");
const daysToCorrect = { major: 15, minor: 30 } as const;

const checklist: Checklist = {
  id: checklistId,
  title: "",
  groups: groups.map(({ code, vi, points }) => ({ code, title: vi, points })),
  grades: grades.map(({ code, vi, minHundredths }) => ({ code, title: vi, minHundredths })),
  questions: questions.map((question) => ({
    ...question,
    groupCode: question.code.slice(0, 1),
    text: question.vi,
    evidence: question.evidenceVi,
    legalDocumentId: question.law && lawId(question.law),
    subordinates: question.subordinates ?? false,
    gate: question.gate ?? false,
    maintenance: question.maintenance ?? false,
  })),
};

const scopeOf = (agency: string): VisitScope => ({
  editionId: "2008",
  subordinates: agency.startsWith("ubnd"),
});

/** Every question that applies is answered; what was not found wanting conforms, and outsourcing applies to few. */
function answersOf({ agency, shortcomings }: SeedVisit): Answers {
  const found = new Map(shortcomings.map((shortcoming) => [shortcoming.code, shortcoming]));
  const scope = scopeOf(agency);
  const asked = checklist.questions.filter(
    (question) =>
      question.editions.includes(scope.editionId) && (!question.subordinates || scope.subordinates),
  );
  return Object.fromEntries(
    asked.map(({ code }): [string, AnswerText] => {
      const shortcoming = found.get(code);
      if (shortcoming) return [code, { outcome: shortcoming.outcome, note: shortcoming.evidence }];
      const outcome = code === "G.5" && !agency.startsWith("ubnd") ? "not_applicable" : "conforming";
      return [code, { outcome, note: "" }];
    }),
  );
}

export async function seedVisits(tx: Tx): Promise<void> {
  await tx.programme.createMany({
    data: [2016, 2017].map((year) => ({
      id: programmeId(year),
      year,
      title: `Kế hoạch kiểm tra việc áp dụng HTQLCL năm ${year}`,
      approvedOn: day(`${year}-04-10`),
    })),
  });
  await tx.visit.createMany({
    data: [
      ...visits.map((visit) => planned(visit, null)),
      planned(followUp, visitId(followUp.agency, followUp.after)),
    ],
  });
  await tx.teamMember.createMany({
    data: [...visits, followUp].flatMap(({ agency, on }) => teamOf(visitId(agency, on))),
  });
  for (const visit of visits) await createOutcome(tx, visit);
}

type Planned = Pick<SeedVisit, "agency" | "year" | "on" | "mode">;

const planned = ({ agency, year, on, mode = "on_site" }: Planned, followUpOfId: string | null) => ({
  id: visitId(agency, on),
  agencyId: agencyId(agency),
  programmeId: programmeId(year),
  mode,
  followUpOfId,
  plannedOn: day(on),
  checklistId,
  ...scopeOf(agency),
});

const duties = {
  lead: "leader",
  deputy: "deputy",
  secretary: "secretary",
  "member-1": "member",
  "member-2": "member",
} as const;

export const teamOf = (id: string) =>
  inspectors.map((person) => ({ visitId: id, personId: personId("province", person), duty: duties[person] }));

async function createOutcome(tx: Tx, visit: SeedVisit): Promise<void> {
  const id = visitId(visit.agency, visit.on);
  const ofVisit = { visitId: id, agencyId: agencyId(visit.agency) };
  const answers = answersOf(visit);
  const score = scoreVisit(checklist, scopeOf(visit.agency), answers);
  await tx.visitSection.createMany({
    data: groups.map(({ code }) => ({
      ...ofVisit,
      groupCode: code,
      version: 1,
      savedBy: inspectorAccount,
      savedAt: morning(visit.on),
    })),
  });
  await tx.answer.createMany({
    data: Object.entries(answers).map(([questionCode, answer]) => ({
      ...ofVisit,
      checklistId,
      questionCode,
      ...answer,
    })),
  });
  await createFindings(tx, visit);
  await tx.visitResult.create({ data: { ...ofVisit, ...resultOf(visit, score) } });
}

const resultOf = (visit: SeedVisit, score: Score) => ({
  ...score,
  groupScores: score.groupScores.map((group) => ({ ...group })),
  basis: JSON.parse(JSON.stringify(score.basis)) as object,
  finalisedOn: day(visit.on),
  finalisedBy: inspectorAccount,
  finalisedAt: morning(visit.on),
  conclusion:
    score.cappedBy.length > 0
      ? "Cơ quan chưa duy trì hệ thống theo đúng quy định; đề nghị khắc phục các tồn tại nêu trên đúng thời hạn."
      : "Cơ quan duy trì hệ thống; đề nghị khắc phục các tồn tại nêu trên đúng thời hạn.",
  receiptNo: BigInt(visits.indexOf(visit) + 1),
});

async function createFindings(tx: Tx, visit: SeedVisit): Promise<void> {
  await tx.finding.createMany({
    data: visit.shortcomings.map((shortcoming) => findingOf(visit, shortcoming)),
  });
  await tx.findingClosure.createMany({
    data: visit.shortcomings.slice(0, visit.closed).map(({ code }) => ({
      findingId: idOf("finding", visit.agency, visit.on, code),
      agencyId: agencyId(visit.agency),
      closedOn: day(addDays(plainDate(visit.on), 28)),
      closedBy: inspectorAccount,
      note: "Đã xem báo cáo khắc phục và bằng chứng kèm theo; hành động có hiệu lực.",
    })),
  });
}

/** What was only partly so is an observation; what a gate asks and was not found is major. */
function severityOf(outcome: SeedShortcoming["outcome"], gate: boolean): Severity {
  if (outcome === "partly") return "observation";
  return gate ? "major" : "minor";
}

function findingOf(visit: SeedVisit, { code, outcome, evidence, scope }: SeedShortcoming) {
  const question = questions.find((each) => each.code === code);
  if (!question) throw new Error(`no question ${code}`);
  const clause = question.clauses["2008"] ?? null;
  const severity = severityOf(outcome, question.gate ?? false);
  return {
    id: idOf("finding", visit.agency, visit.on, code),
    agencyId: agencyId(visit.agency),
    visitId: visitId(visit.agency, visit.on),
    questionCode: code,
    severity,
    topic: question.topic,
    evidence,
    scope,
    editionId: clause === null ? null : "2008",
    clause,
    legalDocumentId: question.law === null ? null : lawId(question.law),
    raisedOn: day(visit.on),
    dueOn: severity === "observation" ? null : day(addDays(plainDate(visit.on), daysToCorrect[severity])),
  };
}
