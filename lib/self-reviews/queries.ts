import type { Review } from "@/lib/self-reviews/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";

/** The internal audits and management reviews an agency has held by a day, the newest first. */
export async function listReviews(viewer: Viewer, agencyId: string, on: PlainDate): Promise<Review[]> {
  const rows = await asViewer(viewer, (tx) =>
    tx.agencyReview.findMany({
      where: {
        ...agencyWhere(viewer, "reviews.read"),
        AND: { agencyId },
        endedOn: { lte: toDatabase(on) },
        cancellationId: null,
      },
      orderBy: [{ endedOn: "desc" }, { id: "desc" }],
      select: {
        id: true,
        kind: true,
        startedOn: true,
        endedOn: true,
        participants: true,
        scope: true,
        findings: true,
        minutesId: true,
      },
    }),
  );
  return rows.map((row) => ({
    ...row,
    startedOn: fromDatabase(row.startedOn),
    endedOn: fromDatabase(row.endedOn),
  }));
}
