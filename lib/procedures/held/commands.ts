import { agencyWhere } from "@/lib/identity/access";
import type { Tx } from "@/lib/identity/database";
import type { Acting } from "@/lib/journal/commands";
import { formatInstant } from "@/lib/kernel/format";
import { changedSinceRead } from "@/lib/journal/last/queries";
import { conflicting, refuse, Refused } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";

/** The document, if the viewer may do this with it; held until the transaction ends. */
export async function holdDocument({ tx, viewer, right }: Acting, id: string) {
  await lock(tx, "document", id);
  const document = await tx.controlledDocument.findFirst({
    where: { id, withdrawals: { none: { cancellationId: null } }, ...agencyWhere(viewer, right) },
    include: { revisions: { where: { cancellationId: null }, orderBy: { draftedAt: "desc" } } },
  });
  if (!document) refuse("not-yours");
  const { revisions } = document;
  return {
    ...document,
    draft: revisions.find(({ approvedOn }) => approvedOn === null),
    /** The one that was approved last: in force, or from a later day on. */
    latest: revisions.find(({ approvedOn, obsoleteOn }) => approvedOn !== null && obsoleteOn === null),
  };
}

export type HeldDocument = Awaited<ReturnType<typeof holdDocument>>;

/** Ends the saving of a draft that is there no more: somebody discarded it, or it was approved since. */
export async function refuseGone(tx: Tx, documentId: string): Promise<never> {
  const newest = await tx.documentRevision.findFirst({
    where: { documentId },
    orderBy: { draftedAt: "desc" },
    select: { cancellation: { select: { cancelledName: true, cancelledAt: true } } },
  });
  const discarded = newest?.cancellation;
  if (!discarded) throw new Refused(await changedSinceRead(tx, "document", documentId));
  refuse("draft-gone", undefined, {
    name: discarded.cancelledName,
    at: formatInstant(discarded.cancelledAt),
  });
}

/** The refusal of a stale save, with the stored texts and who wrote them. */
export async function conflictWith(tx: Tx, documentId: string, draft: HeldDocument["revisions"][number]) {
  const last = await tx.journalEntry.findFirst({
    where: { entity: "document", entityId: documentId },
    orderBy: { id: "desc" },
    select: { actorName: true },
  });
  const { title, body, changeRequest, changePlace, changeSummary, version, draftedAt } = draft;
  return conflicting({
    current: { title, body, changeRequest, changePlace, changeSummary, version: String(version) },
    savedBy: last?.actorName ?? "–",
    savedAt: formatInstant(draftedAt),
  });
}
