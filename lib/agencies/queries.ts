import type { AgencyIdentity } from "@/lib/agencies/types";
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
