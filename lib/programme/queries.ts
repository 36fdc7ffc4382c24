import { Prisma } from "@/generated/prisma/client";
import type {
  Approval,
  Candidate,
  Colleague,
  Engagement,
  Holiday,
  PlannedVisit,
  ProgrammeRecord,
  Proposal,
} from "@/lib/programme/types";
import { loadSubjects, loadWeightSet, weightSetOf, weightSetSelect } from "@/lib/programme/risk/queries";
import { rank, yearsToSeeAll } from "@/lib/programme/risk/rules";
import { agencyParameter } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import { fromDatabase, fromDatabaseOrNull, type PlainDate } from "@/lib/kernel/plain-date";

/** The holidays of a year that have been recorded. */
export async function loadHolidays(tx: Tx, year: number, locale: Locale): Promise<Holiday[]> {
  const rows = await tx.holiday.findMany({
    where: { day: { gte: new Date(`${year}-01-01T00:00:00Z`), lte: new Date(`${year}-12-31T00:00:00Z`) } },
    orderBy: { day: "asc" },
    select: { day: true, nameVi: true, nameEn: true },
  });
  return rows.map(({ day, nameVi, nameEn }) => ({
    day: fromDatabase(day),
    name: locale === "vi" ? nameVi : nameEn,
  }));
}

/** Visits with their teams by name, in the order of their days. `condition` speaks of v (visit) and y (programme). */
export const loadPlannedVisits = (tx: Tx, condition: Prisma.Sql): Promise<PlannedVisit[]> =>
  tx.$queryRaw<PlannedVisit[]>`
  select v.id, v.plan_version as version, v.agency_id as "agencyId", a.code as "agencyCode", s.name as "agencyName", v.mode::text as mode,
    v.planned_on::text as "plannedOn", v.follow_up_of_id is not null as "followUp",
    case when exists (select 1 from visit_result r where r.visit_id = v.id) then 'final'
      when exists (select 1 from visit_section e where e.visit_id = v.id) or exists (select 1 from answer e where e.visit_id = v.id)
        or exists (select 1 from finding_recheck e where e.visit_id = v.id)
        or exists (select 1 from field_delivery e where e.visit_id = v.id and e.subject not like 'group:%') then 'under_way' else 'planned' end as state,
    (select coalesce(json_agg(json_build_object('personId', m.person_id, 'name', p.full_name, 'duty', m.duty)
        order by m.duty, p.full_name), '[]') from team_member m join person p on p.id = m.person_id where m.visit_id = v.id) as team
  from visit v join programme y on y.id = v.programme_id join agency a on a.id = v.agency_id
    join lateral (select name from agency_standing s where s.agency_id = a.id and s.valid_from <= v.planned_on
      order by s.valid_from desc limit 1) s on true
  where ${condition} order by v.planned_on, s.name, v.id`;

/**
 * Everybody who may belong to a team: the province's own people as long as they may sign in, whoever has been in one, and who is in
 * that of the visit now.
 */
export const loadColleagues = (tx: Tx, visitId: string | null): Promise<Colleague[]> => tx.$queryRaw<
  Colleague[]
>`
  select p.id, p.full_name as name,
    (select coalesce(json_agg(json_build_object('agencyId', t.agency_id, 'from', t.valid_from, 'to', t.valid_to)), '[]')
      from appointment t where t.person_id = p.id) as posts, not bool_or(u.free) as locked
  from (select person_id, true as free from auditors()
    union all select person_id, false from team_member where visit_id = ${visitId}::uuid) u join person p on p.id = u.person_id
  group by p.id
  order by p.full_name collate "vi-VN-x-icu", p.id`;

/** Who is in another visit on that day. */
export const loadEngaged = (tx: Tx, on: PlainDate, except: string | null): Promise<Engagement[]> =>
  tx.$queryRaw<Engagement[]>`
  select m.person_id as "personId", s.name as "agencyName"
  from visit v join team_member m on m.visit_id = v.id
    join lateral (select name from agency_standing s where s.agency_id = v.agency_id and s.valid_from <= v.planned_on
      order by s.valid_from desc limit 1) s on true
  where v.planned_on = ${on}::date and v.id is distinct from ${except}::uuid order by s.name`;

const programmeSelect = {
  id: true,
  year: true,
  title: true,
  version: true,
  proposedOn: true,
  approvedOn: true,
  approval: { select: { decisionNumber: true, approvedName: true, approvedAt: true } },
  weightSet: { select: weightSetSelect },
} as const;

type ApprovalRow = { decisionNumber: string; approvedName: string; approvedAt: Date } | null;

const approvalOf = (approvedOn: Date | null, row: ApprovalRow): Approval | null =>
  approvedOn && {
    decidedOn: fromDatabase(approvedOn),
    decisionNumber: row?.decisionNumber ?? null,
    approvedBy: row?.approvedName ?? null,
    approvedAt: row?.approvedAt ?? null,
  };

const loadCandidates = (tx: Tx, programmeId: string, year: number): Promise<Candidate[]> =>
  tx.$queryRaw<Candidate[]>`
  select c.agency_id as "agencyId", a.code as "agencyCode", s.name as "agencyName", c.position, c.points, c.reasons,
    c.proposed_mode::text as "proposedMode", c.reason
  from programme_candidate c join agency a on a.id = c.agency_id
    join lateral (select name from agency_standing s where s.agency_id = a.id and s.valid_from <= make_date(${year}::int, 12, 31)
      order by s.valid_from desc limit 1) s on true
  where c.programme_id = ${programmeId}::uuid order by c.position`;

/** A year's programme for who plans; null where there is none or the viewer does not plan. */
export async function findProgramme(
  viewer: Viewer,
  year: number,
  locale: Locale,
): Promise<ProgrammeRecord | null> {
  if (!may(viewer, "audits.plan")) return null;
  return asViewer(viewer, async (tx) => {
    const row = await tx.programme.findUnique({ where: { year }, select: programmeSelect });
    if (!row) return null;
    const { approvedOn, approval, weightSet, proposedOn, ...programme } = row;
    const visits = await loadPlannedVisits(tx, Prisma.sql`y.year = ${year}`);
    return {
      ...programme,
      proposedOn: fromDatabaseOrNull(proposedOn),
      approval: approvalOf(approvedOn, approval),
      weightSet: weightSet && weightSetOf(weightSet),
      candidates: await loadCandidates(tx, row.id, year),
      visits,
      yearsToSeeAll: await paceOf(tx, fromDatabaseOrNull(proposedOn), visits),
      holidays: await loadHolidays(tx, year, locale),
    };
  });
}

/** How long a round takes if every year visits as many agencies as this one. */
async function paceOf(tx: Tx, on: PlainDate | null, visits: readonly PlannedVisit[]): Promise<number | null> {
  const weightSet = on && (await loadWeightSet(tx, on));
  if (!on || !weightSet) return null;
  const perYear = new Set(visits.map(({ agencyId }) => agencyId)).size;
  return yearsToSeeAll(await loadSubjects(tx, on), weightSet.weights, on, perYear);
}

/** What a programme would be proposed from today; null where the viewer does not plan or nobody has set weights. */
export async function findProposal(
  viewer: Viewer,
  year: number,
  on: PlainDate,
  locale: Locale,
): Promise<Proposal | null> {
  if (!may(viewer, "audits.plan")) return null;
  return asViewer(viewer, async (tx) => {
    const weightSet = await loadWeightSet(tx, on);
    if (!weightSet) return null;
    const subjects = await loadSubjects(tx, on);
    const names = new Map(subjects.map(({ agencyId, name }) => [agencyId, name]));
    const ranked = rank(subjects, weightSet.weights, on);
    return {
      weightSet,
      holidays: await loadHolidays(tx, year, locale),
      candidates: ranked.map(({ facts, points, reasons }, index): Candidate => ({
        agencyId: facts.agencyId,
        agencyCode: facts.code,
        agencyName: names.get(facts.agencyId) ?? facts.code,
        position: index + 1,
        points,
        reasons,
        proposedMode: null,
        reason: null,
      })),
    };
  });
}

/** The people of a team form. */
export const listColleagues = async (viewer: Viewer, visitId: string | null = null): Promise<Colleague[]> =>
  may(viewer, "audits.plan") ? asViewer(viewer, (tx) => loadColleagues(tx, visitId)) : [];

/** Programmes newest first; a draft only for who plans. */
export async function listProgrammes(viewer: Viewer): Promise<{ year: number; draft: boolean }[]> {
  if (!may(viewer, "audits.list")) return [];
  const rows = await asViewer(viewer, (tx) =>
    tx.programme.findMany({
      where: may(viewer, "audits.plan") ? {} : { approvedOn: { not: null } },
      orderBy: { year: "desc" },
      select: { year: true, approvedOn: true },
    }),
  );
  return rows.map(({ year, approvedOn }) => ({ year, draft: approvedOn === null }));
}

/** The visits of a year by day: a draft's for who plans, an agency's own for an agency. */
export async function listYear(viewer: Viewer, year: number): Promise<PlannedVisit[]> {
  if (!may(viewer, "audits.list")) return [];
  const only = agencyParameter(viewer, "audits.list");
  const drafts = may(viewer, "audits.plan");
  return asViewer(viewer, (tx) =>
    loadPlannedVisits(
      tx,
      Prisma.sql`y.year = ${year} and (${only}::uuid is null or v.agency_id = ${only}::uuid)
        and (${drafts} or y.approved_on is not null)`,
    ),
  );
}
