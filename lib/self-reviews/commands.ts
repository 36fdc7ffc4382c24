import { reviewForm } from "@/lib/self-reviews/schema";
import { filesBeside } from "@/lib/files/bytes";
import { storeFile } from "@/lib/files/commands";
import { command } from "@/lib/journal/commands";
import { formatDate } from "@/lib/kernel/format";
import { toDatabase } from "@/lib/kernel/plain-date";
import { refuse } from "@/lib/kernel/result";

/** Records an internal audit or a management review that the agency has held. */
export const recordReview = command(
  "reviews.record",
  reviewForm,
  async (acting, { agencyId, kind, startedOn, endedOn, participants, scope, findings, minutes }) => {
    const { tx, viewer, today } = acting;
    if (endedOn > today) refuse("date-in-future", "endedOn", { latest: formatDate(today) });
    if (endedOn < startedOn) refuse("date-before", "endedOn", { earliest: formatDate(startedOn) });
    const file = minutes && (await storeFile(acting, agencyId, minutes, "minutes", "paper"));
    const said = { kind, participants, scope, findings };
    const { id } = await tx.agencyReview.create({
      data: {
        ...{ agencyId, ...said, minutesId: file },
        ...{ startedOn: toDatabase(startedOn), endedOn: toDatabase(endedOn) },
        recordedBy: viewer.accountId,
      },
      select: { id: true },
    });
    return {
      chain: agencyId,
      action: "review-recorded",
      entity: "review",
      entityId: id,
      content: { ...said, startedOn, endedOn, minutes: file },
    };
  },
  { once: "review", beside: filesBeside("minutes", "paper") },
);
