import { loadChecklist } from "@/lib/audits/checklist/queries";
import type { Photo } from "@/lib/audits/photos/types";
import { loadRechecksOf } from "@/lib/audits/rechecks/queries";
import type { Rechecks } from "@/lib/audits/rechecks/types";
import type {
  Answers,
  GroupScore,
  IssuedResult,
  VisitFinding,
  VisitRecord,
  VisitState,
} from "@/lib/audits/types";
import { clockOf } from "@/lib/findings/clock/rules";
import { looksOf, type RecheckRow } from "@/lib/findings/rechecks/rules";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { byKey } from "@/lib/kernel/by-key";
import type { Locale } from "@/lib/kernel/format";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";
import type { Basis } from "@/lib/legal/types";
import { today } from "@/lib/platform/clock";

const findingSelect = {
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
  legalDocument: { select: { kind: true, number: true, issuer: true, issuedOn: true, title: true } },
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

type FindingRow = {
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
  legalDocument: (Omit<Basis, "issuedOn"> & { issuedOn: Date }) | null;
  closure: { closedOn: Date } | null;
  stops: { startsOn: Date; endsOn: Date | null }[];
  rechecks: RecheckRow[];
};

type Standing = Pick<VisitFinding, "dueOn" | "correctedOn">;

/** How its clock stood on a day, the date moved by the days that did not count until then; null asks for the date as it was set. */
function standingOf({ stops, rechecks, ...row }: FindingRow, on: PlainDate | null): Standing {
  const dueOn = fromDatabaseOrNull(row.dueOn);
  if (on === null) return { dueOn, correctedOn: null };
  const closedOn = fromDatabaseOrNull(row.closure?.closedOn ?? null);
  const known = stops.map(({ startsOn, endsOn }) => ({
    startsOn: fromDatabase(startsOn),
    endsOn: fromDatabaseOrNull(endsOn),
  }));
  return clockOf({ dueOn, closedOn }, known, looksOf(rechecks), on);
}

/** In the inspector's words where there are any, otherwise as the question asks by it. */
function requirementOf({ requirementText, requirement, legalDocument }: FindingRow): string {
  if (requirementText !== "") return requirementText;
  return requirement
    ? `${requirement.edition.designation}, ${requirement.clause}`
    : (legalDocument?.number ?? "–");
}

function findingOf(row: FindingRow, on: PlainDate | null): VisitFinding {
  const { dueOn, correctedOn } = standingOf(row, on);
  return {
    id: row.id,
    questionCode: row.questionCode,
    severity: row.severity,
    evidence: row.evidence,
    reference: row.reference,
    scope: row.scope,
    statement: row.agencyStatement,
    requirement: requirementOf(row),
    law:
      row.requirementText === "" && row.requirement === null && row.legalDocument !== null
        ? { ...row.legalDocument, issuedOn: fromDatabase(row.legalDocument.issuedOn) }
        : undefined,
    raisedOn: fromDatabase(row.raisedOn),
    dueOn,
    correctedOn,
    closedOn: fromDatabaseOrNull(row.closure?.closedOn ?? null),
  };
}

const answersOf = (
  rows: readonly { questionCode: string; outcome: Answers[string]["outcome"]; note: string }[],
): Answers =>
  Object.fromEntries(rows.map(({ questionCode, outcome, note }) => [questionCode, { outcome, note }]));

const photoSelect = {
  caption: true,
  attachment: { select: { id: true, sha256: true, fileName: true, uploadedAt: true } },
} as const;

type PhotoRow = {
  caption: string;
  attachment: { id: string; sha256: string; fileName: string; uploadedAt: Date };
};

const photosOf = (
  rows: readonly { questionCode: string; evidence: readonly PhotoRow[] }[],
): Record<string, Photo[]> =>
  Object.fromEntries(
    rows
      .filter((row) => row.evidence.length > 0)
      .map(({ questionCode, evidence }) => [
        questionCode,
        evidence
          .map(({ attachment, caption }) => ({ ...attachment, caption }))
          .sort((a, b) => a.uploadedAt.getTime() - b.uploadedAt.getTime() || (a.id < b.id ? -1 : 1))
          .map(({ id, sha256, fileName, caption }) => ({ id, questionCode, sha256, fileName, caption })),
      ]),
  );

/**
 * A visit with its checklist, answers and result; null where there is none or it is not theirs to read. Its findings are due as
 * of a day, today unless another is asked for; null asks for the dates as the visit set them.
 */
export async function findVisit(
  viewer: Viewer,
  id: string,
  locale: Locale,
  dueAsOf?: PlainDate | null,
): Promise<VisitRecord | null> {
  const [visit] = await findVisits(viewer, [id], locale, dueAsOf);
  return visit ?? null;
}

/** The same of many, in the order of their days, by as many statements as of one. */
export async function findVisits(
  viewer: Viewer,
  ids: readonly string[],
  locale: Locale,
  dueAsOf?: PlainDate | null,
): Promise<VisitRecord[]> {
  const asked = ids.filter(isId);
  if (asked.length === 0) return [];
  const now = await today();
  const dueOn = dueAsOf === undefined ? now : dueAsOf;
  return asViewer(viewer, async (tx) => {
    const visits = await tx.visit.findMany({
      where: {
        id: { in: asked },
        ...agencyWhere(viewer, "audits.read"),
        // A draft is for those who plan.
        ...(may(viewer, "audits.plan") ? {} : { programme: { approvedOn: { not: null } } }),
      },
      orderBy: [{ plannedOn: "asc" }, { id: "asc" }],
      include: {
        agency: { select: { code: true } },
        edition: { select: { designation: true } },
        team: { include: { person: { select: { fullName: true } } }, orderBy: { duty: "asc" } },
        sections: true,
        answers: {
          select: { questionCode: true, outcome: true, note: true, evidence: { select: photoSelect } },
        },
        findings: { orderBy: { questionCode: "asc" }, select: findingSelect },
        result: true,
      },
    });
    if (visits.length === 0) return [];
    const found = visits.map(({ id }) => id);
    const checklists = await byKey(
      visits.map(({ checklistId }) => checklistId),
      (id) => loadChecklist(tx, id, locale),
    );
    const names = await namesOf(tx, found);
    const previous = await previousOf(tx, found);
    const rechecks = await loadRechecksOf(tx, found);
    const earlier = await earlierOf(tx, visits);
    return visits.flatMap((visit): VisitRecord[] => {
      const { id, agencyId, sections, result } = visit;
      const checklist = checklists.get(visit.checklistId);
      if (!checklist) return [];
      const own = rechecks[id] ?? {};
      const grade = checklist.grades.find((each) => each.code === result?.gradeCode);
      return [
        {
          id,
          agencyId,
          agencyCode: visit.agency.code,
          agencyName: names.get(id) ?? "–",
          mode: visit.mode,
          plannedOn: fromDatabase(visit.plannedOn),
          scope: { editionId: visit.editionId, subordinates: visit.subordinates },
          designation: visit.edition.designation,
          state: stateOf(visit, Object.keys(own).length > 0),
          team: visit.team.map(({ personId, duty, person }) => ({ personId, duty, name: person.fullName })),
          mine: visit.team.some((member) => member.personId === viewer.personId),
          checklist,
          answers: answersOf(visit.answers),
          photos: photosOf(visit.answers),
          sections: Object.fromEntries(
            sections.map(({ groupCode, version, savedAt }) => [groupCode, { version, savedAt }]),
          ),
          previous: answersOf(previous.get(id) ?? []),
          openBefore: earlier
            .filter((finding) => isEarlier(finding, visit, own))
            .map((finding) => findingOf(finding, now)),
          rechecks: own,
          findings: visit.findings.map((finding) => findingOf(finding, dueOn)),
          result: result && issued(result, grade?.title ?? null),
        },
      ];
    });
  });
}

const stateOf = (visit: { result: unknown; sections: readonly unknown[] }, rechecked: boolean): VisitState =>
  visit.result ? "final" : visit.sections.length > 0 || rechecked ? "under_way" : "planned";

type ResultRow = Omit<
  IssuedResult,
  "finalisedOn" | "groupScores" | "gradeTitle" | "receiptNo" | "receivedAt"
> & {
  finalisedOn: Date;
  finalisedAt: Date;
  groupScores: unknown;
  receiptNo: bigint;
};

const issued = (row: ResultRow, gradeTitle: string | null): IssuedResult => ({
  finalisedOn: fromDatabase(row.finalisedOn),
  scoreHundredths: row.scoreHundredths,
  gradeTitle,
  cappedBy: row.cappedBy,
  maintains: row.maintains,
  failing: row.failing,
  groupScores: row.groupScores as readonly GroupScore[],
  conclusion: row.conclusion,
  receiptNo: row.receiptNo.toString().padStart(6, "0"),
  receivedAt: row.finalisedAt,
});

/** What the agency of each visit was called on the day planned. */
async function namesOf(tx: Tx, visits: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select v.id, s.name from visit v join lateral (select name from agency_standing s
      where s.agency_id = v.agency_id and s.valid_from <= v.planned_on order by s.valid_from desc limit 1) s on true
    where v.id = any(${visits}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type AnswerRow = { questionCode: string; outcome: Answers[string]["outcome"]; note: string };

/** What the last visit before each answered. */
async function previousOf(tx: Tx, visits: readonly string[]): Promise<ReadonlyMap<string, AnswerRow[]>> {
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
const earlierOf = (tx: Tx, visits: readonly Before[]): Promise<FindingRow[]> =>
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
const isEarlier = (
  { id, agencyId, visitId, raisedOn, closure }: FindingRow,
  visit: Before,
  rechecks: Rechecks,
): boolean =>
  agencyId === visit.agencyId &&
  visitId !== visit.id &&
  raisedOn < visit.plannedOn &&
  (closure === null || id in rechecks);
