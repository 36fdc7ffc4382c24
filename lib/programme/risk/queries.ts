import { obliged } from "@/lib/adoption/standing/queries";
import type { RiskFacts, WeightSet } from "@/lib/programme/risk/types";
import type { AgencyKind } from "@/lib/agencies/types";
import type { Tx } from "@/lib/identity/database";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";

/** An agency that may be visited, with what a visit to it is made of. */
export type Subject = RiskFacts & { name: string; kind: AgencyKind; editionId: string | null };

/** Every obliged agency as it stands on a day, with all that its risk is computed from. What became known later plays no part. */
export const loadSubjects = (tx: Tx, on: PlainDate): Promise<Subject[]> => tx.$queryRaw<Subject[]>`
  with clock as materialized (select * from finding_clock(${on}::date))
  select a.id as "agencyId", a.code, s.name, s.kind::text as kind, s.edition_id as "editionId",
    (select max(r.finalised_on)::text from visit_result r where r.agency_id = a.id and r.finalised_on <= ${on}::date) as "lastVisitOn",
    f.open as "openFindings", f.overdue as "overdueFindings",
    exists (select 1 from declaration d where d.agency_id = a.id and d.declared_on <= ${on}::date and d.cancellation_id is null) as "everDeclared",
    (select t.deadline_on::text from edition_transition t join legal_document l on l.id = t.legal_document_id
      where t.edition_id = s.edition_id and l.issued_on <= ${on}::date order by l.issued_on desc, t.deadline_on desc limit 1)
      as "editionDeadlineOn",
    o.changed_on::text as "officerChangedOn",
    (select coalesce(array_agg(distinct l.issued_on::text order by l.issued_on::text), '{}') from legal_relation r
      join legal_document l on l.id = r.from_id
      where r.kind in ('amends', 'replaces', 'repeals') and l.issued_on <= ${on}::date and r.to_id in (
        select b.legal_document_id from agency_obligation b where b.agency_id = a.id
        union select n.legal_document_id from finding n where n.agency_id = a.id and n.legal_document_id is not null))
      as "legalChangesOn"
  from agency a
    join agency_standing s on s.agency_id = a.id and s.valid_from <= ${on}::date and s.valid_to > ${on}::date
      and ${obliged}
    cross join lateral (
      select count(*)::int as open, (count(*) filter (where b.blocked_by is null and b.corrected_on is null and n.due_on + coalesce(b.still_days, 0) < ${on}::date))::int as overdue
      from finding n left join finding_closure c on c.finding_id = n.id
        left join clock b on b.finding_id = n.id
      where n.agency_id = a.id and n.raised_on <= ${on}::date and (c.closed_on is null or c.closed_on > ${on}::date)) f
    cross join lateral (
      select case
          when count(*) filter (where p.valid_from <= ${on}::date and coalesce(p.valid_to, 'infinity') > ${on}::date) = 0
            then max(p.valid_to) filter (where p.valid_to <= ${on}::date)
          when max(p.valid_from) filter (where p.valid_from <= ${on}::date) > min(p.valid_from)
            then max(p.valid_from) filter (where p.valid_from <= ${on}::date)
        end as changed_on
      from appointment p where p.agency_id = a.id and p.post = 'iso_officer') o
  order by a.code`;

/** The weights in force on a day; null where nobody has set any. */
export async function loadWeightSet(tx: Tx, on: PlainDate): Promise<WeightSet | null> {
  const set = await tx.riskWeightSet.findFirst({
    where: { setOn: { lte: toDatabase(on) } },
    orderBy: [{ setOn: "desc" }, { id: "desc" }],
    select: weightSetSelect,
  });
  return set && weightSetOf(set);
}

export const weightSetSelect = {
  id: true,
  title: true,
  setBy: true,
  setOn: true,
  weights: { select: { factor: true, pointsEach: true, maxPoints: true, withinMonths: true } },
} as const;

export const weightSetOf = ({ setOn, ...set }: Omit<WeightSet, "setOn"> & { setOn: Date }): WeightSet => ({
  ...set,
  setOn: fromDatabase(setOn),
});
