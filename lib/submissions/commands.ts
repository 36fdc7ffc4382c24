import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { changedSinceRead } from "@/lib/journal/last/queries";
import type { Value } from "@/lib/journal/types";
import { refuse, Refused } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";
import { lock } from "@/lib/platform/locks";
import { refuseOtherStage, waitingOf } from "@/lib/submissions/queries";
import { sendBackForm, submitForm } from "@/lib/submissions/schema";
import type { SubmissionSubject } from "@/lib/submissions/types";

type Draft = { id: string; version: number; called: Record<string, Value> };
type Which = { agencyId: string; id: string };

/** The draft of a record, held until the transaction ends; null where there is none. */
const held = {
  document: async (tx, { agencyId, id }) => {
    await lock(tx, "document", id);
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
    await lock(tx, "policies", agencyId);
    const draft = await tx.qualityPolicy.findFirst({
      where: { agencyId, id, signedOn: null, cancellationId: null },
      select: { id: true, version: true },
    });
    return draft && { ...draft, called: {} };
  },
} satisfies Record<SubmissionSubject, (tx: Tx, which: Which) => Promise<Draft | null>>;

/** Puts a draft before the head, as it was read. From then on its text stays until it is approved, returned or taken back. */
export const submitDraft = command(
  "drafts.submit",
  submitForm,
  async ({ tx, viewer }, { agencyId, of, id, version, shown, note }) => {
    const draft = await held[of](tx, { agencyId, id });
    if (!draft) refuse("no-draft");
    if (await waitingOf(tx, agencyId, draft.id)) refuse("already-done");
    if (draft.version !== version) throw new Refused(await changedSinceRead(tx, of, id));
    await refuseOtherStage(tx, { agencyId, of, id, shown }, draft.id);
    await tx.submission.create({
      data: {
        ...{ agencyId, note, recordedBy: viewer.accountId, recordedName: viewer.name },
        ...(of === "document" ? { revisionId: draft.id } : { policyId: draft.id }),
      },
      select: { id: true },
    });
    const content = { ...draft.called, note };
    return { chain: agencyId, action: "draft-submitted", entity: of, entityId: id, content };
  },
);

/** The head returns what waits, with a note on what is wanting; whoever wrote it goes on with it. */
export const returnDraft = command(
  "drafts.return",
  sendBackForm,
  async ({ tx, viewer }, { agencyId, of, id, version, shown, note }) => {
    const draft = await held[of](tx, { agencyId, id });
    const waiting = draft && (await waitingOf(tx, agencyId, draft.id));
    if (!waiting) refuse("already-done");
    if (draft.version !== version) throw new Refused(await changedSinceRead(tx, of, id));
    await refuseOtherStage(tx, { agencyId, of, id, shown }, draft.id);
    await tx.submission.update({
      where: { id: waiting.id },
      data: {
        ...{ returnedBy: viewer.accountId, returnedName: viewer.name },
        ...{ returnedAt: now(), returnedNote: note },
      },
      select: { id: true },
    });
    const content = { ...draft.called, note };
    return { chain: agencyId, action: "draft-returned", entity: of, entityId: id, content };
  },
);
