import type { AgencyFact, AgencyIdentity } from "@/lib/agencies/types";
import { agencyParameter } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import type { Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/**
 * The agency behind an address, named as on that day, if this viewer may do `action` with its records. An agency that has
 * ended by then keeps its last name.
 */
export async function findAgency(
  viewer: Viewer,
  action: Action,
  code: string,
  on: PlainDate,
): Promise<AgencyIdentity | null> {
  const only = agencyParameter(viewer, action);
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<AgencyIdentity[]>`
    select a.id, a.code, s.name, s.abbreviation, s.kind::text as kind
    from agency a join agency_standing s on s.agency_id = a.id
    where a.code = ${code} and (${only}::uuid is null or a.id = ${only}::uuid) and s.valid_from <= ${on}::date
    order by s.valid_from desc limit 1`,
  );
  return rows[0] ?? null;
}

/**
 * Everything dated that was known of an agency on a day, what holds first, with the legal document behind each fact; of an end that was
 * to come, nothing. An agency
 * knows those above it by their names, and nothing else of them.
 */
export function listAgencyFacts(viewer: Viewer, agencyId: string, on: PlainDate): Promise<AgencyFact[]> {
  const only = agencyParameter(viewer, "agencies.read");
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw<AgencyFact[]>`
    with facts as (
      select 1 as position, 'name' as fact, name as value, null as code, agency_id, valid_from, valid_to, legal_document_id
        from agency_name
      union all select 2, 'kind', kind::text, null, agency_id, valid_from, valid_to, legal_document_id from agency_kind_fact
      union all select 3, 'parent', coalesce((select s.name from agency_standing s where s.agency_id = p.parent_id
          and s.valid_from <= ${on}::date order by s.valid_from desc limit 1),
          (select u.name from superiors_on(${on}::date) u where u.agency_id = p.parent_id)), (select a.code from agency a where a.id = p.parent_id),
        p.agency_id, p.valid_from, p.valid_to, p.legal_document_id from agency_parent p
      union all select 4, 'obligation', obligation::text, null, agency_id, valid_from, valid_to, legal_document_id
        from agency_obligation
    )
    select f.fact, f.value, f.code, f.valid_from::text as "validFrom",
      case when f.valid_to <= ${on}::date then f.valid_to::text end as "validTo",
      case when l.id is null then null else json_build_object('number', l.number, 'issuer', l.issuer, 'issuedOn', l.issued_on,
        'title', l.title, 'verified', l.verified) end as law
    from facts f left join legal_document l on l.id = f.legal_document_id
    where f.agency_id = ${agencyId}::uuid and (${only}::uuid is null or f.agency_id = ${only}::uuid) and f.valid_from <= ${on}::date
    order by f.position, f.valid_from desc`,
  );
}
