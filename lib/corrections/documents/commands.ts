import { undoApproval } from "@/lib/corrections/approvals/commands";
import type { Kind, OrNone } from "@/lib/corrections/kinds/commands";
import type { EntryKind } from "@/lib/corrections/types";
import type { Tx } from "@/lib/identity/database";
import { lock } from "@/lib/platform/locks";

const holdDocumentOf = async (tx: Tx, row: OrNone<{ documentId: string }>): Promise<unknown> =>
  row && lock(tx, "document", row.documentId);

/** How what was entered about documents is cancelled, taken back and discarded. */
export const documentKinds = {
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
  update_judgement: {
    hold: async (tx, { id }) =>
      holdDocumentOf(
        tx,
        await tx.updateJudgement.findUnique({ where: { id }, select: { documentId: true } }),
      ),
    mark: (tx, { id }, cancellationId) =>
      tx.updateJudgement.update({ where: { id }, data: { cancellationId }, select: { id: true } }),
    told: (_, { about, name, on }, reason) => ({
      entity: "document",
      entityId: about,
      action: "update-judgement-cancelled",
      content: { code: name, judgedOn: on, reason },
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
} satisfies Partial<Record<EntryKind, Kind>>;
