import type { Tx } from "@/lib/identity/database";
import { lastChange } from "@/lib/journal/last/queries";
import type { Entity } from "@/lib/journal/types";
import { conflicting } from "@/lib/kernel/result";
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

/** The refusal of a stale save, with the stored text and who wrote it. */
export const policyConflict = async (
  tx: Tx,
  { id, body, version }: Pick<Policy, "id" | "body" | "version">,
) => conflicting({ current: { body, version: String(version) }, ...(await lastSaved(tx, "policy", id)) });
