import { lockMilestones, rebuildStanding } from "@/lib/adoption/standing/commands";
import { cancelledBy, loadEntries, type StoredEntry } from "@/lib/corrections/entries/queries";
import { undoApproval, undoSignature } from "@/lib/corrections/approvals/commands";
import { followingFrom } from "@/lib/corrections/queries";
import { judgedAs, mayCancel } from "@/lib/corrections/rules";
import { cancelForm } from "@/lib/corrections/schema";
import type { EntryKind } from "@/lib/corrections/types";
import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import type { WithoutChain } from "@/lib/journal/events/types";
import { refuse } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";
import { now } from "@/lib/platform/clock";
import { lock } from "@/lib/platform/locks";

type Which = { agencyId: string; id: string };

/** How one kind of entry is cancelled: held while that is decided, marked, and whatever rests on it reckoned anew. */
type Kind = {
  hold: (tx: Tx, which: Which) => Promise<unknown>;
  mark: (tx: Tx, which: Which, cancellationId: string) => Promise<unknown>;
  told: (which: Which, entry: StoredEntry, reason: string) => WithoutChain;
};

type OrNone<Row> = Row | null | undefined;

const holdDocumentOf = async (tx: Tx, row: OrNone<{ documentId: string }>): Promise<unknown> =>
  row && lock(tx, "document", row.documentId);

const holdFindingOf = async (tx: Tx, row: OrNone<{ findingId: string }>): Promise<unknown> =>
  row && lock(tx, "finding", row.findingId);

const kinds = {
  milestone: {
    hold: (tx, { agencyId }) => lockMilestones(tx, agencyId),
    mark: async (tx, { agencyId, id }, cancellationId) => {
      await tx.milestone.update({ where: { id }, data: { cancellationId }, select: { id: true } });
      await rebuildStanding(tx, [agencyId]);
    },
    told: ({ agencyId }, { name, on }, reason) => ({
      entity: "agency",
      entityId: agencyId,
      action: "milestone-cancelled",
      content: { kind: name, occurredOn: on, reason },
    }),
  },
  declaration: {
    hold: (tx, { agencyId }) => lockMilestones(tx, agencyId),
    mark: async (tx, { agencyId, id }, cancellationId) => {
      await tx.declaration.update({ where: { id }, data: { cancellationId }, select: { id: true } });
      await tx.milestone.updateMany({ where: { declarationId: id }, data: { cancellationId } });
      await rebuildStanding(tx, [agencyId]);
    },
    told: ({ agencyId }, { name, on }, reason) => ({
      entity: "agency",
      entityId: agencyId,
      action: "declaration-cancelled",
      content: { number: name, declaredOn: on, reason },
    }),
  },
  review: {
    hold: (tx, { agencyId, id }) =>
      tx.$queryRaw`select id::text from agency_review where id = ${id}::uuid and agency_id = ${agencyId}::uuid for update`,
    mark: (tx, { id }, cancellationId) =>
      tx.agencyReview.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: ({ id }, { name, on }, reason) => ({
      entity: "review",
      entityId: id,
      action: "review-cancelled",
      content: { kind: name, endedOn: on, reason },
    }),
  },
  posting: {
    hold: (tx, { agencyId, id }) =>
      tx.$queryRaw`select id::text from policy_posting where id = ${id}::uuid and agency_id = ${agencyId}::uuid for update`,
    mark: (tx, { id }, cancellationId) =>
      tx.policyPosting.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about, name, on }, reason) => ({
      entity: "policy",
      entityId: about,
      action: "posting-cancelled",
      content: { place: name, postedOn: on, reason },
    }),
  },
  objective: {
    hold: (tx, { agencyId, id }) =>
      tx.$queryRaw`select id::text from quality_objective where id = ${id}::uuid and agency_id = ${agencyId}::uuid for update`,
    mark: (tx, { id }, cancellationId) =>
      tx.qualityObjective.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: ({ id }, { name }, reason) => ({
      entity: "objective",
      entityId: id,
      action: "objective-cancelled",
      content: { text: name, reason },
    }),
  },
  document_review: {
    hold: (tx, { agencyId, id }) =>
      tx.$queryRaw`select id::text from document_review where id = ${id}::uuid and agency_id = ${agencyId}::uuid for update`,
    mark: (tx, { id }, cancellationId) =>
      tx.documentReview.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about, name, on }, reason) => ({
      entity: "document",
      entityId: about,
      action: "document-review-cancelled",
      content: { code: name, reviewedOn: on, reason },
    }),
  },
  document_submission: {
    hold: async (tx, { id }) => {
      const submission = await tx.submission.findUnique({
        where: { id },
        select: { revision: { select: { documentId: true } } },
      });
      return holdDocumentOf(tx, submission?.revision);
    },
    mark: (tx, { id }, cancellationId) =>
      tx.submission.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about, name }, reason) => ({
      entity: "document",
      entityId: about,
      action: "submission-taken-back",
      content: { title: name, reason },
    }),
  },
  policy_submission: {
    hold: (tx, { agencyId }) => lock(tx, "policies", agencyId),
    mark: (tx, { id }, cancellationId) =>
      tx.submission.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about }, reason) => ({
      entity: "policy",
      entityId: about,
      action: "submission-taken-back",
      content: { reason },
    }),
  },
  publication: {
    hold: (tx, { agencyId }) => lockMilestones(tx, agencyId),
    mark: (tx, { id }, cancellationId) =>
      tx.declarationPublication.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: ({ agencyId }, { name, on }, reason) => ({
      entity: "agency",
      entityId: agencyId,
      action: "publication-cancelled",
      content: { channel: name, publishedOn: on, reason },
    }),
  },
  // Held as for a turn with its finding: nobody judges an answer while it is cancelled.
  answer: {
    hold: async (tx, { agencyId, id }) =>
      holdFindingOf(
        tx,
        await tx.findingAnswer.findFirst({ where: { id, agencyId }, select: { findingId: true } }),
      ),
    mark: (tx, { id }, cancellationId) =>
      tx.findingAnswer.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about, name, on }, reason) => ({
      entity: "finding",
      entityId: about,
      action: "finding-answer-cancelled",
      content: { answerNumber: Number(name), answeredOn: on, reason },
    }),
  },
  claim: {
    hold: async (tx, { agencyId, id }) =>
      holdFindingOf(
        tx,
        await tx.findingClaim.findFirst({ where: { id, agencyId }, select: { findingId: true } }),
      ),
    mark: (tx, { id }, cancellationId) =>
      tx.findingClaim.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about, name, on }, reason) => ({
      entity: "finding",
      entityId: about,
      action: "finding-claim-cancelled",
      content: { blockingBody: name, statedOn: on, reason },
    }),
  },
  document_approval: {
    hold: async (tx, { id }) =>
      holdDocumentOf(
        tx,
        await tx.documentRevision.findUnique({ where: { id }, select: { documentId: true } }),
      ),
    mark: (tx, { id }, cancellationId) => undoApproval(tx, id, cancellationId),
    told: (_, { about, name, on }, reason) => ({
      entity: "document",
      entityId: about,
      action: "approval-cancelled",
      content: { title: name, approvedOn: on, reason },
    }),
  },
  document_withdrawal: {
    hold: async (tx, { id }) =>
      holdDocumentOf(
        tx,
        await tx.documentWithdrawal.findUnique({ where: { id }, select: { documentId: true } }),
      ),
    mark: (tx, { id }, cancellationId) =>
      tx.documentWithdrawal.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about, name, on }, reason) => ({
      entity: "document",
      entityId: about,
      action: "withdrawal-cancelled",
      content: { code: name, withdrawnOn: on, reason },
    }),
  },
  policy_signature: {
    hold: (tx, { agencyId }) => lock(tx, "policies", agencyId),
    mark: (tx, { id }, cancellationId) => undoSignature(tx, id, cancellationId),
    told: (_, { about, name, on }, reason) => ({
      entity: "policy",
      entityId: about,
      action: "policy-signature-cancelled",
      content: { signer: name, signedOn: on, reason },
    }),
  },
  policy_draft: {
    hold: (tx, { agencyId }) => lock(tx, "policies", agencyId),
    mark: (tx, { id }, cancellationId) =>
      tx.qualityPolicy.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about }, reason) => ({
      entity: "policy",
      entityId: about,
      action: "policy-draft-discarded",
      content: { reason },
    }),
  },
  document_draft: {
    hold: async (tx, { id }) =>
      holdDocumentOf(
        tx,
        await tx.documentRevision.findUnique({ where: { id }, select: { documentId: true } }),
      ),
    mark: (tx, { id }, cancellationId) =>
      tx.documentRevision.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about, name }, reason) => ({
      entity: "document",
      entityId: about,
      action: "draft-discarded",
      content: { title: name, reason },
    }),
  },
} satisfies Record<EntryKind, Kind>;

/** Cancels an entry that is wrong, and says why: it stays readable, counts nowhere from now on, and the right one is entered anew. */
export const cancelEntry = command(
  "entries.cancel",
  cancelForm,
  async ({ tx, viewer }, { agencyId, of, id, reason, shown }) => {
    const which = { agencyId, id };
    const { hold, mark, told } = kinds[of];
    await hold(tx, which);
    const [entry] = await loadEntries(tx, of, which);
    if (!entry) refuse("not-yours");
    if (entry.cancellation) refuse("cancelled-before", undefined, cancelledBy(entry.cancellation));
    if (entry.judged) refuse(judgedAs(of));
    if (!mayCancel(viewer, entry, now())) refuse("cancel-others");
    refuseOther(shown, (await followingFrom(tx, agencyId, entry)).shown);
    const { id: cancellationId } = await tx.cancellation.create({
      data: { agencyId, reason, cancelledBy: viewer.accountId, cancelledName: viewer.name },
      select: { id: true },
    });
    await mark(tx, which, cancellationId);
    return { chain: agencyId, ...told(which, entry, reason) };
  },
);
