import type { ScanSubject, Unscanned } from "@/lib/files/scans/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import { fromDatabase } from "@/lib/kernel/plain-date";

type Found = { on: Date; name: string } | null;

const finders = {
  review: async (tx, where) => {
    const row = await tx.agencyReview.findFirst({
      where: { ...where, minutesId: null, cancellationId: null },
      select: { endedOn: true, kind: true },
    });
    return row && { on: row.endedOn, name: row.kind };
  },
  // The paper of a declaration is the declaration's, not its milestone's.
  milestone: async (tx, where) => {
    const row = await tx.milestone.findFirst({
      where: { ...where, attachmentId: null, declarationId: null, cancellationId: null },
      select: { occurredOn: true, kind: true },
    });
    return row && { on: row.occurredOn, name: row.kind };
  },
  declaration: async (tx, where) => {
    const row = await tx.declaration.findFirst({
      where: { ...where, attachmentId: null, cancellationId: null },
      select: { declaredOn: true, number: true },
    });
    return row && { on: row.declaredOn, name: row.number };
  },
  posting: async (tx, where) => {
    const row = await tx.policyPosting.findFirst({
      where: { ...where, attachmentId: null, cancellationId: null },
      select: { postedOn: true, place: true },
    });
    return row && { on: row.postedOn, name: row.place };
  },
} satisfies Record<ScanSubject, (tx: Tx, where: { id: string; agencyId: string }) => Promise<Found>>;

/** A record of this agency that still lacks its paper, for whoever may give it; null where there is none, or nothing is lacking. */
export async function findUnscanned(
  viewer: Viewer,
  agencyId: string,
  of: ScanSubject,
  id: string,
): Promise<Unscanned | null> {
  if (!isId(id) || !mayFor(viewer, "scans.add", agencyId)) return null;
  const found = await asViewer(viewer, (tx) => finders[of](tx, { id, agencyId }));
  return found && { of, id, on: fromDatabase(found.on), name: found.name };
}
