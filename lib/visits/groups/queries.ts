import type { GroupHands, VisitHands } from "@/lib/visits/groups/types";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";

type Row = {
  visitId: string;
  groupCode: string;
  /** Of who has taken the group; null of who recorded it last. */
  personId: string | null;
  name: string;
  mine: boolean;
  at: Date;
  /** Null where the device did not know how its clock stood. */
  clockFast: number | null;
  receivedAt: Date;
  /** Who recorded it, where the device of `name` says that it was another. */
  recorder: string;
};

type Entry = GroupHands & { takers: GroupHands["takers"][number][] };

function withRow(hands: Record<string, Entry>, row: Row, ownName: string): void {
  const { groupCode, personId, name, mine, at, clockFast, receivedAt, recorder } = row;
  const entry = (hands[groupCode] ??= { recorded: null, takers: [] });
  const hand = {
    ...(recorder ? { name: recorder, mine: recorder === ownName, sender: name } : { name, mine }),
    ...{ at: at.toISOString(), clockFast, receivedAt: receivedAt.toISOString() },
  };
  if (personId === null) entry.recorded = hand;
  else entry.takers.push({ ...hand, personId });
}

/**
 * Who is at which clause group of these visits, by visit. Whoever recorded is named by the history, as accounts are not for
 * colleagues to read; of those who have taken a group, whoever is of the team. What a device delivered was recorded when it says so;
 * what signed minutes brought, when the clause group that they were signed over was, or else the minutes.
 */
export async function listHands(
  viewer: Viewer,
  visits: readonly string[],
): Promise<Readonly<Record<string, VisitHands>>> {
  const asked = visits.filter(isId);
  if (!may(viewer, "audits.plan") || asked.length === 0) return {};
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<Row[]>`
    select s.visit_id as "visitId", s.group_code as "groupCode", null as "personId", j.actor_name as name,
      s.saved_by = ${viewer.accountId}::uuid as mine, coalesce(d.recorded_at, s.saved_at) as at,
      case when d.recorded_at is null then 0 else d.clock_fast end as "clockFast", s.saved_at as "receivedAt", s.recorder
    from visit_section s
      join lateral (select actor_name from journal_entry j where j.entity = 'visit' and j.entity_id = s.visit_id::text
        and j.actor_id = s.saved_by order by j.id desc limit 1) j on true
      cross join lateral (select 'sheet:' || s.group_code as subject, exists (select 1 from visit_result r where r.visit_id = s.visit_id)
        and exists (select 1 from journal_entry e where e.entity = 'visit' and e.entity_id = s.visit_id::text and e.action = 'section-saved'
          and e.content::jsonb @> jsonb_build_object('group', s.group_code, 'signed', true)) as signed) w
      left join lateral (select recorded_at, clock_fast from field_delivery d where d.visit_id = s.visit_id
        and ((d.accepted and d.subject = w.subject and d.version = s.version)
          or (w.signed and d.received_by = s.saved_by and (d.subject = w.subject or (d.subject = 'minutes' and d.accepted))))
        order by d.accepted and d.subject = w.subject and d.version = s.version desc, d.subject = w.subject desc,
          case when w.signed then d.received_at end desc, d.received_at limit 1) d on true
    where s.visit_id = any(${asked}::uuid[])
    union all
    select g.visit_id, g.group_code, g.person_id, p.full_name, g.person_id is not distinct from ${viewer.personId}::uuid, g.taken_at, 0, g.taken_at, ''
    from visit_group g join team_member m using (visit_id, person_id) join person p on p.id = g.person_id
    where g.visit_id = any(${asked}::uuid[])
    order by "receivedAt" desc, "personId"`,
  );
  const hands: Record<string, Record<string, Entry>> = {};
  for (const row of rows) withRow((hands[row.visitId] ??= {}), row, viewer.name);
  return hands;
}
