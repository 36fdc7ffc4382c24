import type { Rechecks } from "@/lib/audits/rechecks/types";
import type { Tx } from "@/lib/identity/database";

/** What has been recorded on a visit of earlier findings, in a transaction that is already open. */
export const loadRechecks = async (tx: Tx, visitId: string): Promise<Rechecks> =>
  (await loadRechecksOf(tx, [visitId]))[visitId] ?? {};

/** The same of many, by visit. */
export async function loadRechecksOf(tx: Tx, visits: readonly string[]): Promise<Record<string, Rechecks>> {
  const rows = await tx.findingRecheck.findMany({
    where: { visitId: { in: [...visits] } },
    select: { visitId: true, findingId: true, outcome: true, note: true, version: true },
  });
  const rechecks: Record<string, Record<string, Rechecks[string]>> = {};
  for (const { visitId, findingId, ...recheck } of rows) (rechecks[visitId] ??= {})[findingId] = recheck;
  return rechecks;
}

/** What a visit looks at again: findings raised before its day that are not closed, and those it has already looked at. */
export const earlierFindings = (visit: { id: string; agencyId: string; plannedOn: Date }) => ({
  agencyId: visit.agencyId,
  visitId: { not: visit.id },
  raisedOn: { lt: visit.plannedOn },
  OR: [{ closure: { is: null } }, { rechecks: { some: { visitId: visit.id } } }],
});
