import type { VisitLine } from "@/lib/visits/types";
import { agencyParameter } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { Locale } from "@/lib/kernel/format";
import { endOfTime, type PlainDate } from "@/lib/kernel/plain-date";

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
      case when r.visit_id is not null then coalesce(i.started_on, least(v.planned_on, r.finalised_on)) end::text as "begunOn",
      r.finalised_on::text as "receivedOn", p.full_name as "leaderName", v.follow_up_of_id is not null as "followUp",
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

/** How many visits of the viewer's own teams have no result yet and are to be recorded: by a day, or begun before theirs. */
export async function countDueVisits(viewer: Viewer, on: PlainDate): Promise<number> {
  if (!may(viewer, "today.read")) return 0;
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ due: number }[]>`
    select count(*)::int as due from visit v join programme y on y.id = v.programme_id and y.approved_on is not null
    where (v.planned_on <= ${on}::date or exists (select 1 from visit_section e where e.visit_id = v.id)
        or exists (select 1 from finding_recheck e where e.visit_id = v.id))
      and not exists (select 1 from visit_result r where r.visit_id = v.id)
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
