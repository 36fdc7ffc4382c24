import { loadChecklist } from "@/lib/audits/checklist/queries";
import type { Photo } from "@/lib/audits/photos/types";
import { earlierFindings, loadRechecks } from "@/lib/audits/rechecks/queries";
import type {
  Answers,
  GroupScore,
  IssuedResult,
  VisitFinding,
  VisitLine,
  VisitRecord,
  VisitState,
} from "@/lib/audits/types";
import { clockOf } from "@/lib/findings/clock/rules";
import { looksOf, type RecheckRow } from "@/lib/findings/rechecks/rules";
import { agencyParameter, agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import { isId } from "@/lib/kernel/ids";
import {
  dayInVietnam,
  endOfTime,
  fromDatabase,
  fromDatabaseOrNull,
  type PlainDate,
} from "@/lib/kernel/plain-date";
import type { Basis } from "@/lib/legal/types";
import { today } from "@/lib/platform/clock";

export type ProgrammeFilter = {
  year: number | null;
  agencyCode: string | null;
  team: boolean;
  /** As it was known on this day: programmes approved and results issued by then. */
  asOf?: PlainDate;
};

/** The visits of approved programmes (of a year, of one agency, of the viewer's own teams) in the order of their dates. */
export async function listVisits(
  viewer: Viewer,
  { year, agencyCode, team, asOf }: ProgrammeFilter,
  locale: Locale,
): Promise<VisitLine[]> {
  if (!may(viewer, "audits.list")) return [];
  const known = asOf ?? endOfTime;
  const only = agencyParameter(viewer, "audits.list");
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw<VisitLine[]>`
    select v.id, a.code as "agencyCode", s.name as "agencyName", v.mode::text as mode, v.planned_on::text as "plannedOn",
      case when r.visit_id is not null then coalesce(i.started_on, least(v.planned_on, r.finalised_on)) end::text as "begunOn", p.full_name as "leaderName", v.follow_up_of_id is not null as "followUp",
      case when r.visit_id is not null then 'final'
        when v.planned_on <= ${known}::date and (exists (select 1 from visit_section e where e.visit_id = v.id)
          or exists (select 1 from finding_recheck e where e.visit_id = v.id)) then 'under_way' else 'planned' end as state,
      r.score_hundredths as "scoreHundredths", case ${locale} when 'vi' then g.title_vi else g.title_en end as "gradeTitle",
      g.min_hundredths as "gradeFrom", (select array_agg(q.code || '. ' || q.text_vi order by q.position) from checklist_question q
        where q.checklist_id = v.checklist_id and q.code = any(r.capped_by)) as "cappedBy",
      (select count(*)::int from finding f where f.visit_id = v.id and f.raised_on <= ${known}::date) as findings
    from visit v join programme y on y.id = v.programme_id join agency a on a.id = v.agency_id
      join lateral (select name from agency_standing s where s.agency_id = a.id and s.valid_from <= v.planned_on
        order by s.valid_from desc limit 1) s on true
      left join team_member m on m.visit_id = v.id and m.duty = 'leader' left join person p on p.id = m.person_id
      left join visit_result r on r.visit_id = v.id and r.finalised_on <= ${known}::date
      left join visit_minutes i on i.visit_id = r.visit_id and i.version = 1
      left join checklist_grade g on g.checklist_id = v.checklist_id and g.code = r.grade_code
    where y.approved_on <= ${known}::date and (${only}::uuid is null or v.agency_id = ${only}::uuid)
      and (${year}::int is null or y.year = ${year}::int) and (${agencyCode}::text is null or a.code = ${agencyCode})
      and (not ${team} or exists (select 1 from team_member t where t.visit_id = v.id and t.person_id = ${viewer.personId}::uuid))
    order by v.planned_on, s.name`,
  );
}

/** How many visits of the viewer's own teams are to be recorded by a day and have no result yet. */
export async function countDueVisits(viewer: Viewer, on: PlainDate): Promise<number> {
  if (!may(viewer, "today.read")) return 0;
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ due: number }[]>`
    select count(*)::int as due from visit v join programme y on y.id = v.programme_id and y.approved_on is not null
    where v.planned_on <= ${on}::date and not exists (select 1 from visit_result r where r.visit_id = v.id)
      and exists (select 1 from team_member t where t.visit_id = v.id and t.person_id = ${viewer.personId}::uuid)`,
  );
  return rows[0]?.due ?? 0;
}

/** Years that have an approved programme, newest first. */
export const listYears = async (viewer: Viewer): Promise<number[]> => {
  if (!may(viewer, "audits.list")) return [];
  const rows = await asViewer(viewer, (tx) =>
    tx.programme.findMany({
      where: { approvedOn: { not: null } },
      orderBy: { year: "desc" },
      select: { year: true },
    }),
  );
  return rows.map((row) => row.year);
};

const findingSelect = {
  id: true,
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
  if (!isId(id)) return null;
  const now = await today();
  const dueOn = dueAsOf === undefined ? now : dueAsOf;
  return asViewer(viewer, async (tx) => {
    const visit = await tx.visit.findFirst({
      where: {
        id,
        ...agencyWhere(viewer, "audits.read"),
        // A draft is for those who plan.
        ...(may(viewer, "audits.plan") ? {} : { programme: { approvedOn: { not: null } } }),
      },
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
    if (!visit) return null;
    const checklist = await loadChecklist(tx, visit.checklistId, locale);
    const { previous, open } = await findBefore(tx, visit, now);
    const rechecks = await loadRechecks(tx, id);
    const grade = checklist.grades.find((each) => each.code === visit.result?.gradeCode);
    return {
      id,
      agencyId: visit.agencyId,
      agencyCode: visit.agency.code,
      agencyName: await nameOn(tx, visit.agencyId, fromDatabase(visit.plannedOn)),
      mode: visit.mode,
      plannedOn: fromDatabase(visit.plannedOn),
      begunOn: await begunOn(tx, visit, now),
      scope: { editionId: visit.editionId, subordinates: visit.subordinates },
      designation: visit.edition.designation,
      state: stateOf(visit, Object.keys(rechecks).length > 0),
      team: visit.team.map(({ personId, duty, person }) => ({ personId, duty, name: person.fullName })),
      mine: visit.team.some((member) => member.personId === viewer.personId),
      checklist,
      answers: answersOf(visit.answers),
      photos: photosOf(visit.answers),
      sections: Object.fromEntries(
        visit.sections.map(({ groupCode, version, savedAt }) => [groupCode, { version, savedAt }]),
      ),
      previous,
      openBefore: open,
      rechecks,
      findings: visit.findings.map((finding) => findingOf(finding, dueOn)),
      result: visit.result && issued(visit.result, grade?.title ?? null),
    };
  });
}

const stateOf = (visit: { result: unknown; sections: readonly unknown[] }, rechecked: boolean): VisitState =>
  visit.result ? "final" : visit.sections.length > 0 || rechecked ? "under_way" : "planned";

/**
 * The day on which the work of a visit began: as its minutes say it; where they do not, the one planned, unless it was signed before
 * that; of a visit that is under way that of the first thing recorded, by the clock of the device as far as it was right.
 */
async function begunOn(
  tx: Tx,
  { id, plannedOn, result }: { id: string; plannedOn: Date; result: { finalisedOn: Date } | null },
  today: PlainDate,
): Promise<PlainDate | null> {
  if (result) {
    const first = await tx.visitMinutes.findFirst({
      where: { visitId: id, version: 1 },
      select: { startedOn: true },
    });
    const days = [plannedOn, result.finalisedOn].map(fromDatabase).sort();
    return fromDatabaseOrNull(first?.startedOn ?? null) ?? days[0] ?? null;
  }
  const rows = await tx.$queryRaw<{ at: Date | null }[]>`
    select min(at) as at from (
      select recorded_at - make_interval(secs => coalesce(clock_fast, 0)) as at from field_delivery
        where visit_id = ${id}::uuid and subject not like 'group:%'
      union all select at from journal_entry
        where entity = 'visit' and entity_id = ${id} and action in ('section-saved', 'finding-rechecked', 'photo-attached')
      union all select saved_at from visit_section where visit_id = ${id}::uuid) recorded`;
  const at = rows[0]?.at;
  if (!at) return null;
  // In a demonstration world the clock goes on while its day stands still.
  const day = dayInVietnam(at);
  return day > today ? today : day;
}

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

async function nameOn(tx: Tx, agencyId: string, on: PlainDate): Promise<string> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select name from agency_standing where agency_id = ${agencyId}::uuid and valid_from <= ${on}::date order by valid_from desc limit 1`;
  return rows[0]?.name ?? "–";
}

/** What the last visit before this one answered, and which earlier findings of the agency it looks at again. */
async function findBefore(
  tx: Tx,
  visit: { id: string; agencyId: string; plannedOn: Date },
  on: PlainDate,
): Promise<{ previous: Answers; open: VisitFinding[] }> {
  const { id, agencyId, plannedOn } = visit;
  const last = await tx.visit.findFirst({
    where: { agencyId, plannedOn: { lte: plannedOn }, id: { not: id }, result: { isNot: null } },
    orderBy: { plannedOn: "desc" },
    select: { answers: { select: { questionCode: true, outcome: true, note: true } } },
  });
  const open = await tx.finding.findMany({
    where: earlierFindings(visit),
    orderBy: [{ raisedOn: "asc" }, { questionCode: "asc" }],
    select: findingSelect,
  });
  return { previous: answersOf(last?.answers ?? []), open: open.map((finding) => findingOf(finding, on)) };
}
