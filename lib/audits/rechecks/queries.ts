import type { Rechecks } from "@/lib/audits/rechecks/types";
import type { Tx } from "@/lib/identity/database";

/** What has been recorded on a visit of earlier findings, in a transaction that is already open. */
export async function loadRechecks(tx: Tx, visitId: string): Promise<Rechecks> {
  const rows = await tx.findingRecheck.findMany({
    where: { visitId },
    select: { findingId: true, outcome: true, note: true, version: true },
  });
  return Object.fromEntries(rows.map(({ findingId, ...recheck }) => [findingId, recheck]));
}

/** What a visit looks at again: findings raised before its day that are not closed, and those it has already looked at. */
export const earlierFindings = (visit: { id: string; agencyId: string; plannedOn: Date }) => ({
  agencyId: visit.agencyId,
  visitId: { not: visit.id },
  raisedOn: { lt: visit.plannedOn },
  OR: [{ closure: { is: null } }, { rechecks: { some: { visitId: visit.id } } }],
});
