import { staffed } from "@/lib/appointments/staffing/rules";
import type { Staffing, StaffingRow } from "@/lib/appointments/staffing/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { compareVietnamese } from "@/lib/kernel/text";

/** Who works for each agency that exists on a day, or for one of them, and what it has nobody for: in Vietnamese order. */
export async function listStaffing(
  viewer: Viewer,
  on: PlainDate,
  agencyId: string | null = null,
): Promise<Staffing[]> {
  const own = agencyWhere(viewer, "appointments.read").agencyId;
  if (own !== undefined && agencyId !== null && own !== agencyId) return [];
  const only = own ?? agencyId;
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<StaffingRow[]>`
    select s.agency_id as id, a.code, s.name, case when s.bucket <> 'declared' then s.due_on::text end as "dueOn", v.writers, v.deciders, v.ever, v.moved, v.findings, v.submitted,
      coalesce((select json_agg(json_build_object('personId', t.person_id, 'name', p.full_name, 'title', t.title,
          'seat', case when t.acting then 'acting_head' else t.post::text end, 'from', t.valid_from, 'to', t.valid_to) order by t.valid_from)
        from appointment t join person p on p.id = t.person_id
        where t.agency_id = s.agency_id and t.cancellation_id is null), '[]') as posts
    from serving_on(${on}::date, ${only}::uuid) v join agency a on a.id = v.agency_id
      join agency_standing s on s.agency_id = a.id and s.valid_from <= ${on}::date and s.valid_to > ${on}::date and s.bucket <> 'ceased'`,
  );
  return rows.map((row) => staffed(row, on)).sort((a, b) => compareVietnamese(a.name, b.name));
}
