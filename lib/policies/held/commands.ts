import type { Tx } from "@/lib/identity/database";
import { changedSinceRead, lastChange } from "@/lib/journal/last/queries";
import type { Entity } from "@/lib/journal/types";
import { formatInstant } from "@/lib/kernel/format";
import { conflicting, refuse, Refused } from "@/lib/kernel/result";
import type { Policy } from "@/lib/policies/types";
import { lock } from "@/lib/platform/locks";

/** Policies and objectives of one agency change one after the other. */
export const lockPolicies = (tx: Tx, agencyId: string) => lock(tx, "policies", agencyId);

export const policyDraft = (tx: Tx, agencyId: string) =>
  tx.qualityPolicy.findFirst({ where: { agencyId, signedOn: null, cancellationId: null } });

/** Who wrote a record last, and when: for whoever comes too late. */
export async function lastSaved(tx: Tx, entity: Entity, entityId: string) {
  const { name, at } = await lastChange(tx, entity, entityId);
  return { savedBy: name, savedAt: at };
}

/** Ends the saving of a draft that is there no more: somebody discarded it, or it was signed since. */
export async function refuseGone(tx: Tx, agencyId: string): Promise<never> {
  const newest = await tx.qualityPolicy.findFirst({
    where: { agencyId },
    orderBy: { draftedAt: "desc" },
    select: { id: true, cancellation: { select: { cancelledName: true, cancelledAt: true } } },
  });
  if (!newest) refuse("already-done");
  const { id, cancellation } = newest;
  if (!cancellation) throw new Refused(await changedSinceRead(tx, "policy", id));
  const { cancelledName: name, cancelledAt } = cancellation;
  refuse("draft-gone", undefined, { name, at: formatInstant(cancelledAt) });
}

/** The refusal of a stale save, with the stored text and who wrote it. */
export const policyConflict = async (
  tx: Tx,
  { id, body, version }: Pick<Policy, "id" | "body" | "version">,
) => conflicting({ current: { body, version: String(version) }, ...(await lastSaved(tx, "policy", id)) });
