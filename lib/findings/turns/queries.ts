import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";

/**
 * Does whoever would speak for the lead agency hold a post on that day in the agency that a finding is about? Nobody judges their own
 * agency (Điều 33 of Thông tư 26/2014/TT-BKHCN: kiểm tra is objective); for it they speak by an account of that agency.
 */
export async function loadPartiality(
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
): Promise<boolean> {
  const { personId } = viewer;
  if (!personId || viewer.agencyId === agencyId) return false;
  const held = await tx.appointment.findMany({
    where: { personId, agencyId, validFrom: { lte: toDatabase(on) } },
    select: { validTo: true },
  });
  return held.some(({ validTo }) => validTo === null || fromDatabase(validTo) > on);
}
