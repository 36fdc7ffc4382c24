import type { Tx } from "@/lib/identity/database";
import { changedSinceRead } from "@/lib/journal/last/queries";
import { Refused } from "@/lib/kernel/result";
import { stageShown } from "@/lib/submissions/rules";
import type { Submission, SubmissionSubject } from "@/lib/submissions/types";

/** The last submission of each draft of an agency, by the id of the revision or of the policy; what was taken back is none. */
export async function submissionsOf(tx: Tx, agencyId: string): Promise<Map<string, Submission>> {
  const rows = await tx.submission.findMany({
    where: { agencyId, cancellationId: null },
    orderBy: { recordedAt: "asc" },
  });
  return new Map(
    rows.map(({ id, revisionId, policyId, note, recordedName, recordedAt, ...back }) => [
      revisionId ?? policyId ?? "",
      {
        id,
        note,
        by: recordedName,
        at: recordedAt,
        returned: back.returnedAt && {
          by: back.returnedName ?? "–",
          at: back.returnedAt,
          note: back.returnedNote ?? "",
        },
      },
    ]),
  );
}

/** The submission under which a draft waits for the head; null where it does not. */
export const waitingOf = (tx: Tx, agencyId: string, draftId: string): Promise<{ id: string } | null> =>
  tx.submission.findFirst({
    where: {
      agencyId,
      OR: [{ revisionId: draftId }, { policyId: draftId }],
      returnedAt: null,
      cancellationId: null,
    },
    select: { id: true },
  });

type Decided = { agencyId: string; of: SubmissionSubject; id: string; shown: string | undefined };

/** Refuses a decision on a draft that was put before the head, returned or taken back since its page was opened. */
export async function refuseOtherStage(tx: Tx, { agencyId, of, id, shown }: Decided, draftId: string) {
  if (shown === undefined) return;
  const last = (await submissionsOf(tx, agencyId)).get(draftId) ?? null;
  if (stageShown(last) !== shown) throw new Refused(await changedSinceRead(tx, of, id));
}
