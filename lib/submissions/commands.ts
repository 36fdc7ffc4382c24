import { decidesOn } from "@/lib/appointments/queries";
import type { Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import { changedSinceRead } from "@/lib/journal/last/queries";
import type { Receipt, Value } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { now, today } from "@/lib/platform/clock";
import { waitingOf } from "@/lib/submissions/queries";
import type { SendBackForm, SubmitForm } from "@/lib/submissions/schema";
import type { SubmissionSubject } from "@/lib/submissions/types";

type Draft = { id: string; version: number; called: Record<string, Value> };
type Which = { agencyId: string; id: string };

/** The draft of a record, held until the transaction ends; null where there is none. */
const held = {
  document: async (tx, { agencyId, id }) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${id}, 3))::text as locked`;
    const draft = await tx.documentRevision.findFirst({
      where: {
        agencyId,
        documentId: id,
        approvedOn: null,
        cancellationId: null,
        document: { withdrawals: { none: { cancellationId: null } } },
      },
      select: { id: true, version: true, document: { select: { code: true } } },
    });
    return draft && { id: draft.id, version: draft.version, called: { code: draft.document.code } };
  },
  policy: async (tx, { agencyId, id }) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${agencyId}, 4))::text as locked`;
    const draft = await tx.qualityPolicy.findFirst({
      where: { agencyId, id, signedOn: null, cancellationId: null },
      select: { id: true, version: true },
    });
    return draft && { ...draft, called: {} };
  },
} satisfies Record<SubmissionSubject, (tx: Tx, which: Which) => Promise<Draft | null>>;

/** Puts a draft before the head, as it was read. From then on its text stays until it is approved, returned or taken back. */
export async function submitDraft(viewer: Viewer, form: SubmitForm): Promise<Result<Receipt>> {
  const { agencyId, of, id, version, note } = form;
  if (!mayFor(viewer, "drafts.submit", agencyId)) return refused(problem("not-an-id"));
  return change(viewer, async (tx) => {
    const draft = await held[of](tx, { agencyId, id });
    if (!draft) return refused(problem("no-draft"));
    if (await waitingOf(tx, agencyId, draft.id)) return refused(problem("already-done"));
    if (draft.version !== version) return changedSinceRead(tx, of, id);
    await tx.submission.create({
      data: {
        agencyId,
        ...(of === "document" ? { revisionId: draft.id } : { policyId: draft.id }),
        note,
        recordedBy: viewer.accountId,
        recordedName: viewer.name,
      },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "draft-submitted",
        entity: of,
        entityId: id,
        content: { ...draft.called, note },
      }),
    );
  });
}

/** The head returns what waits, with a note on what is wanting; whoever wrote it goes on with it. */
export async function returnDraft(viewer: Viewer, form: SendBackForm): Promise<Result<Receipt>> {
  const { agencyId, of, id, version, note } = form;
  if (!mayFor(viewer, "drafts.return", agencyId)) return refused(problem("not-an-id"));
  return change(viewer, async (tx) => {
    const draft = await held[of](tx, { agencyId, id });
    const waiting = draft && (await waitingOf(tx, agencyId, draft.id));
    if (!waiting) return refused(problem("already-done"));
    if (draft.version !== version) return changedSinceRead(tx, of, id);
    if (!(await decidesOn(tx, agencyId, viewer.personId, await today())))
      return refused(problem("not-in-post"));
    await tx.submission.update({
      where: { id: waiting.id },
      data: {
        returnedBy: viewer.accountId,
        returnedName: viewer.name,
        returnedAt: now(),
        returnedNote: note,
      },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "draft-returned",
        entity: of,
        entityId: id,
        content: { ...draft.called, note },
      }),
    );
  });
}
