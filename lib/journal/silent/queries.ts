import { agencyParameter } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { Entity } from "@/lib/journal/types";
import { isId } from "@/lib/kernel/ids";

/** Has such a record a history that this viewer may read, be it an empty one? What was there before the system has no entries. */
export async function findRecord(viewer: Viewer, entity: Entity, id: string): Promise<boolean> {
  if (!may(viewer, "history.read")) return false;
  const only = agencyParameter(viewer, "history.read");
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<unknown[]>`
    with record (entity, id, agency_id) as (
      select 'agency', id, id from agency
      union all select 'document', id, agency_id from controlled_document
      union all select 'policy', id, agency_id from quality_policy
      union all select 'objective', id, agency_id from quality_objective
      union all select 'visit', id, agency_id from visit
      union all select 'finding', id, agency_id from finding
      union all select 'review', id, agency_id from agency_review
      union all select 'programme', id, null from programme
      union all select 'law', id, null from legal_document
      union all select 'account', id, null from account)
    select 1 from record r where r.entity = ${entity} and r.id = ${isId(id) ? id : null}::uuid
      and (${only}::uuid is null or r.agency_id = ${only}::uuid)
    union all (select 1 from journal_entry e where e.entity = ${entity} and e.entity_id = ${id}
      and (${only}::uuid is null or e.chain_id = ${only}::uuid) limit 1)`,
  );
  return rows.length > 0;
}
