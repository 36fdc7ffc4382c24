import type { Rechecks } from "@/lib/visits/rechecks/types";
import type { Answers, Question } from "@/lib/checklists/types";
import type { VisitFinding } from "@/lib/visits/types";
import type { Span } from "@/lib/findings/blocks/types";
import { clockOf } from "@/lib/findings/clock/rules";
import type { Clock } from "@/lib/findings/clock/types";
import { looksOf, type RecheckRow } from "@/lib/findings/rechecks/rules";
import type { Tx } from "@/lib/identity/database";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import { lawsNamed } from "@/lib/legal/rules";
import type { Basis } from "@/lib/legal/types";

export const findingSelect = {
  id: true,
  agencyId: true,
  visitId: true,
  questionCode: true,
  severity: true,
  evidence: true,
  reference: true,
  requirementText: true,
  agencyStatement: true,
  scope: true,
  raisedOn: true,
  dueOn: true,
  requirement: { select: { clause: true, edition: { select: { designation: true } } } },
  closure: { select: { closedOn: true } },
  stops: { select: { startsOn: true, endsOn: true } },
  rechecks: {
    where: { visit: { result: { isNot: null } } },
    select: {
      outcome: true,
      visitId: true,
      visit: { select: { result: { select: { finalisedOn: true, finalisedAt: true } } } },
    },
  },
} as const;

export type FindingRow = {
  id: string;
  agencyId: string;
  visitId: string;
  questionCode: string;
  severity: VisitFinding["severity"];
  evidence: string;
  reference: string;
  requirementText: string;
  agencyStatement: string;
  scope: string;
  raisedOn: Date;
  dueOn: Date | null;
  requirement: { clause: string; edition: { designation: string } } | null;
  closure: { closedOn: Date } | null;
  stops: { startsOn: Date; endsOn: Date | null }[];
  rechecks: RecheckRow[];
};

type Terms = Pick<VisitFinding, "dueOn" | "correctedOn">;

export const blocksOf = ({ stops }: Pick<FindingRow, "stops">): Span[] =>
  stops.map(({ startsOn, endsOn }) => ({
    startsOn: fromDatabase(startsOn),
    endsOn: fromDatabaseOrNull(endsOn),
  }));

/** How its clock stood on a day, the date moved by the days that did not count until then. */
export function clockOfRow(row: FindingRow, on: PlainDate): Clock {
  const dueOn = fromDatabaseOrNull(row.dueOn);
  const closedOn = fromDatabaseOrNull(row.closure?.closedOn ?? null);
  return clockOf({ dueOn, closedOn }, blocksOf(row), looksOf(row.rechecks), on);
}

/** The same, or the date as it was set where no day is asked for. */
const termsOf = (row: FindingRow, on: PlainDate | null): Terms =>
  on === null ? { dueOn: fromDatabaseOrNull(row.dueOn), correctedOn: null } : clockOfRow(row, on);

/** What findings are told by beside their rows: the checklist, and the documents that requirements may name. */
type Beside = { questions: readonly Pick<Question, "code" | "basis">[]; laws: readonly Basis[] };

/** In the inspector's words where there are any, otherwise as the question asks by it. */
function requirementOf({ requirementText, requirement, questionCode }: FindingRow, { questions }: Beside) {
  if (requirementText !== "") return requirementText;
  return requirement
    ? `${requirement.edition.designation}, ${requirement.clause}`
    : (questions.find(({ code }) => code === questionCode)?.basis ?? "–");
}

/** A finding as it stood on a day; null asks for the date as it was set. */
export function findingOf(row: FindingRow, on: PlainDate | null, beside: Beside): VisitFinding {
  const requirement = requirementOf(row, beside);
  const { dueOn, correctedOn } = termsOf(row, on);
  return {
    id: row.id,
    questionCode: row.questionCode,
    severity: row.severity,
    evidence: row.evidence,
    reference: row.reference,
    scope: row.scope,
    statement: row.agencyStatement,
    requirement,
    laws: lawsNamed(requirement, beside.laws),
    raisedOn: fromDatabase(row.raisedOn),
    dueOn,
    correctedOn,
    closedOn: fromDatabaseOrNull(row.closure?.closedOn ?? null),
  };
}

type AnswerRow = { questionCode: string; outcome: Answers[string]["outcome"]; note: string };

/** What the last visit before each answered. */
export async function loadPrevious(
  tx: Tx,
  visits: readonly string[],
): Promise<ReadonlyMap<string, AnswerRow[]>> {
  const rows = await tx.$queryRaw<(AnswerRow & { id: string })[]>`
    select v.id, a.question_code as "questionCode", a.outcome::text as outcome, a.note
    from visit v join lateral (select l.id from visit l join visit_result r on r.visit_id = l.id
        where l.agency_id = v.agency_id and l.planned_on <= v.planned_on and l.id <> v.id
        order by l.planned_on desc, l.id desc limit 1) last on true
      join answer a on a.visit_id = last.id
    where v.id = any(${visits}::uuid[])`;
  const answers = new Map<string, AnswerRow[]>();
  for (const { id, ...answer } of rows) answers.set(id, [...(answers.get(id) ?? []), answer]);
  return answers;
}

type Before = { id: string; agencyId: string; plannedOn: Date };

/** The findings of these agencies that are open, or that one of these visits has looked at. */
export const loadEarlier = (tx: Tx, visits: readonly Before[]): Promise<FindingRow[]> =>
  tx.finding.findMany({
    where: {
      agencyId: { in: [...new Set(visits.map(({ agencyId }) => agencyId))] },
      OR: [
        { closure: { is: null } },
        { rechecks: { some: { visitId: { in: visits.map(({ id }) => id) } } } },
      ],
    },
    orderBy: [{ raisedOn: "asc" }, { questionCode: "asc" }],
    select: findingSelect,
  });

/** Is it one that this visit looks at again? The same as `earlierFindings` asks of the database. */
export const isEarlier = (
  { id, agencyId, visitId, raisedOn, closure }: FindingRow,
  visit: Before,
  rechecks: Rechecks,
): boolean =>
  agencyId === visit.agencyId &&
  visitId !== visit.id &&
  raisedOn < visit.plannedOn &&
  (closure === null || id in rechecks);
