import type { ReviewForm } from "@/lib/audits/reviews/schema";
import { storeFile } from "@/lib/files/commands";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { record } from "@/lib/journal/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import type { Receipt } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** Records an internal audit or a management review that the agency has held. */
export async function recordReview(viewer: Viewer, form: ReviewForm): Promise<Result<Receipt>> {
  const { agencyId, kind, startedOn, endedOn, participants, scope, findings, minutes } = form;
  if (!mayFor(viewer, "reviews.record", agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  if (endedOn > day) return refused(problem("date-in-future", "endedOn", { latest: formatDate(day) }));
  if (endedOn < startedOn)
    return refused(problem("date-before", "endedOn", { earliest: formatDate(startedOn) }));
  return changeOnce(viewer, "review", form, async (tx) => {
    const stored = minutes ? await storeFile(tx, viewer, agencyId, minutes, "minutes") : done(null);
    if (!stored.ok) return stored;
    const { id } = await tx.agencyReview.create({
      data: {
        agencyId,
        kind,
        startedOn: toDatabase(startedOn),
        endedOn: toDatabase(endedOn),
        participants,
        scope,
        findings,
        minutesId: stored.value,
        recordedBy: viewer.accountId,
      },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "review-recorded",
        entity: "review",
        entityId: id,
        content: { kind, startedOn, endedOn, participants, scope, findings, minutes: stored.value },
      }),
    );
  });
}
