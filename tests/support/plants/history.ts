import type { Viewer } from "@/lib/identity/types";
import { agencyOf, idFrom, plantAccount, rows, type Ground } from "@/tests/support/ground";

const plantEntryOf = (chain: string, actorId: string | null): Promise<string> =>
  idFrom(
    `insert into journal_entry (chain_id, actor_id, actor_name, actor_role, action, entity, entity_id, content)
     values ($1::uuid, $2, 'Nguyễn Thử Nghiệm', 'officer', 'milestone-recorded', 'agency', $1::text, '{}') returning id`,
    [chain, actorId],
  );

/** One more entry in the chain of an agency, about the agency; gives the agency. */
export async function plantEntry(where: Ground): Promise<string> {
  const agencyId = await agencyOf(where);
  await plantEntryOf(agencyId, null);
  return agencyId;
}

/** What the history says of a photograph that came to a visit. */
export const plantPhotoEntry = (visitId: string): Promise<string> =>
  idFrom(
    `insert into journal_entry (chain_id, actor_id, actor_name, actor_role, action, entity, entity_id, content)
     select agency_id, null, 'Nguyễn Thử Nghiệm', 'inspector', 'photo-attached', 'visit', id::text, '{"question":"D.1","sha256":""}'
     from visit where id = $1 returning id`,
    [visitId],
  );

/** The number of an act: of the viewer, or of somebody else. */
export async function plantReceipt(where: Ground, viewer: Viewer): Promise<string> {
  const actor = where === "own" ? viewer.accountId : (await plantAccount("leader")).id;
  const chain = viewer.agencyId ?? (await agencyOf("other"));
  return plantEntryOf(chain, actor);
}

/** Cuts the end off the chain of an agency, as nobody but a superuser can. */
export async function plantBrokenChain(where: Ground): Promise<string> {
  const agencyId = await plantEntry(where);
  await rows("update chain_head set seq = seq + 1 where chain_id = $1", [agencyId]);
  return agencyId;
}
