import {
  draft,
  openOr,
  recorded,
  rowOf,
  unrecorded,
  whole,
  type Load,
} from "@/lib/corrections/entries/rows/queries";
import type { EntryKind } from "@/lib/corrections/types";
import { fromDatabase, fromDatabaseOrNull } from "@/lib/kernel/plain-date";

/** What is entered about documents: reviews, approvals, withdrawals; submissions and drafts. */
export const documentEntries = {
  document_review: async (tx, which) =>
    (
      await tx.documentReview.findMany({
        where: which,
        select: {
          ...recorded,
          documentId: true,
          conclusion: true,
          attachmentId: true,
          reviewedOn: true,
          document: { select: { code: true } },
        },
      })
    ).map(({ documentId, reviewedOn, document, conclusion, attachmentId, ...row }) => ({
      ...row,
      ...whole(attachmentId, conclusion),
      of: "document_review",
      about: documentId,
      name: document.code,
      on: fromDatabase(reviewedOn),
    })),
  document_submission: async (tx, which) =>
    (
      await tx.submission.findMany({
        where: { ...which, ...openOr({ revision: { approvedOn: null, cancellationId: null } }) },
        select: {
          ...recorded,
          revision: { select: { documentId: true, title: true, document: { select: { code: true } } } },
        },
      })
    ).flatMap(({ revision, ...row }) =>
      revision
        ? [
            {
              ...row,
              of: "document_submission" as const,
              about: revision.documentId,
              name: `${revision.document.code} ${revision.title}`,
              on: null,
            },
          ]
        : [],
    ),
  document_approval: async (tx, which) =>
    (
      await tx.documentRevision.findMany({
        where: { ...which, approvedOn: { not: null } },
        select: {
          ...recorded,
          ...{ documentId: true, issueNo: true, revisionNo: true, approvedOn: true, obsoleteOn: true },
          ...{ body: true, attachmentId: true },
          document: {
            select: { code: true, withdrawals: { where: { cancellationId: null }, select: { id: true } } },
          },
          reviews: { where: { cancellationId: null }, select: { id: true }, take: 1 },
        },
      })
    ).map(({ documentId, issueNo, revisionNo, approvedOn, obsoleteOn, document, reviews, ...more }) => ({
      ...rowOf(more),
      of: "document_approval",
      about: documentId,
      name: `${document.code}, ${issueNo}/${revisionNo}`,
      on: fromDatabaseOrNull(approvedOn),
      judged: obsoleteOn !== null || document.withdrawals.length > 0 || reviews.length > 0,
    })),
  document_withdrawal: async (tx, which) =>
    (
      await tx.documentWithdrawal.findMany({
        where: which,
        select: {
          ...recorded,
          documentId: true,
          withdrawnOn: true,
          reason: true,
          attachmentId: true,
          document: { select: { code: true } },
        },
      })
    ).map(({ documentId, withdrawnOn, document, reason, attachmentId, ...row }) => ({
      ...row,
      ...whole(attachmentId, reason),
      of: "document_withdrawal",
      about: documentId,
      name: document.code,
      on: fromDatabase(withdrawnOn),
    })),
  update_judgement: async (tx, which) =>
    (
      await tx.updateJudgement.findMany({
        where: which,
        select: {
          ...recorded,
          documentId: true,
          judgedOn: true,
          reason: true,
          document: { select: { code: true } },
        },
      })
    ).map(({ documentId, judgedOn, document, reason, ...row }) => ({
      ...row,
      ...whole(null, reason),
      of: "update_judgement",
      about: documentId,
      name: document.code,
      on: fromDatabase(judgedOn),
    })),
  document_draft: async (tx, which) =>
    (
      await tx.documentRevision.findMany({
        where: { ...which, approvedOn: null },
        select: { ...draft, documentId: true, title: true, document: { select: { code: true } } },
      })
    ).map(({ documentId, title, document, ...row }) => ({
      ...row,
      ...unrecorded,
      of: "document_draft",
      about: documentId,
      name: `${document.code} ${title}`,
    })),
} satisfies Partial<Record<EntryKind, Load>>;
