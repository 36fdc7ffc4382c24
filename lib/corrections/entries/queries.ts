import type { Prisma } from "@/generated/prisma/client";
import type { Entry, EntryKind, Recorded, Whole } from "@/lib/corrections/types";
import type { Tx } from "@/lib/identity/database";
import { formatInstant } from "@/lib/kernel/format";
import { fromDatabase, fromDatabaseOrNull } from "@/lib/kernel/plain-date";

type Act = { reason: string; cancelledName: string; cancelledAt: Date };

/** An entry as it stands in its table, whatever the table; `judged` where somebody has already acted on what it says. */
export type StoredEntry = Entry &
  Recorded &
  Whole & {
    cancellation: Act | null;
    judged?: boolean;
    /** Of what is still written: which of its texts it is. */
    version?: number;
  };

/** Who cancelled an entry, and when, as people read it. */
export const cancelledBy = ({ cancelledName, cancelledAt }: Act): { name: string; at: string } => ({
  name: cancelledName,
  at: formatInstant(cancelledAt),
});

type Which = { agencyId: string; id?: string };

const recorded = {
  id: true,
  recordedBy: true,
  recordedAt: true,
  cancellation: { select: { reason: true, cancelledName: true, cancelledAt: true } },
} as const;

const draft = { id: recorded.id, cancellation: recorded.cancellation, version: true } as const;

/** What an entry said in its own texts, and its file. */
const whole = (fileId: string | null, ...texts: string[]): Whole => ({
  fileId,
  said: texts.map((text) => ({ part: "text", text })),
});

const rowOf = <Row extends { body: string; attachmentId: string | null }>({
  body,
  attachmentId,
  ...row
}: Row) => ({
  ...row,
  ...whole(attachmentId, body),
});

/** A draft is the agency's, whoever wrote it last, and has no day of its own. */
const unrecorded = { on: null, recordedBy: null, recordedAt: null };

/** Submissions that wait, and those that were taken back. */
const openOr = (draft: Prisma.SubmissionWhereInput): Prisma.SubmissionWhereInput => ({
  returnedAt: null,
  OR: [draft, { cancellationId: { not: null } }],
});

const stored = {
  // The milestone of a declaration is cancelled with it.
  milestone: async (tx, which) =>
    (
      await tx.milestone.findMany({
        where: { ...which, declarationId: null },
        select: { ...recorded, kind: true, occurredOn: true, evidence: true, attachmentId: true },
      })
    ).map(({ kind, occurredOn, evidence, attachmentId, ...row }) => ({
      ...row,
      ...whole(attachmentId, evidence),
      of: "milestone",
      about: which.agencyId,
      name: kind,
      on: fromDatabase(occurredOn),
    })),
  declaration: async (tx, which) =>
    (
      await tx.declaration.findMany({
        where: which,
        select: { ...recorded, number: true, declaredOn: true, decisionNumber: true, attachmentId: true },
      })
    ).map(({ number, declaredOn, decisionNumber, attachmentId, ...row }) => ({
      ...row,
      ...whole(attachmentId, decisionNumber),
      of: "declaration",
      about: which.agencyId,
      name: number,
      on: fromDatabase(declaredOn),
    })),
  review: async (tx, which) =>
    (
      await tx.agencyReview.findMany({
        where: which,
        select: {
          ...{ ...recorded, kind: true, endedOn: true, minutesId: true },
          ...{ participants: true, scope: true, findings: true },
        },
      })
    ).map(({ kind, endedOn, minutesId, participants, scope, findings, ...row }) => ({
      ...row,
      fileId: minutesId,
      said: [
        { part: "participants", text: participants },
        { part: "scope", text: scope },
        { part: "findings", text: findings },
      ],
      of: "review",
      about: row.id,
      name: kind,
      on: fromDatabase(endedOn),
    })),
  posting: async (tx, which) =>
    (
      await tx.policyPosting.findMany({
        where: which,
        select: { ...recorded, place: true, postedOn: true, policyId: true, attachmentId: true },
      })
    ).map(({ place, postedOn, policyId, attachmentId, ...row }) => ({
      ...row,
      ...whole(attachmentId),
      of: "posting",
      about: policyId,
      name: place,
      on: fromDatabase(postedOn),
    })),
  objective: async (tx, which) =>
    (
      await tx.qualityObjective.findMany({
        where: which,
        select: { ...recorded, text: true, year: true, measure: true, target: true, version: true },
      })
    ).map(({ text, year, measure, target, ...row }) => ({
      ...row,
      ...whole(null, measure, target),
      of: "objective",
      about: row.id,
      name: `${text} (${year})`,
      on: null,
    })),
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
  policy_submission: async (tx, which) =>
    (
      await tx.submission.findMany({
        where: { ...which, ...openOr({ policy: { signedOn: null, cancellationId: null } }) },
        select: { ...recorded, policyId: true },
      })
    ).flatMap(({ policyId, ...row }) =>
      policyId ? [{ ...row, of: "policy_submission" as const, about: policyId, name: "", on: null }] : [],
    ),
  publication: async (tx, which) =>
    (
      await tx.declarationPublication.findMany({
        where: { ...which, declaration: { cancellationId: null } },
        select: { ...recorded, channel: true, publishedOn: true, declarationId: true },
      })
    ).map(({ channel, publishedOn, declarationId, ...row }) => ({
      ...row,
      of: "publication",
      about: declarationId,
      name: channel,
      on: fromDatabase(publishedOn),
    })),
  answer: async (tx, which) =>
    (
      await tx.findingAnswer.findMany({
        where: which,
        select: {
          ...{ id: true, cancellation: recorded.cancellation, answeredBy: true, answeredAt: true },
          ...{ number: true, answeredOn: true, findingId: true, back: { select: { answerId: true } } },
          finding: { select: { closure: { select: { findingId: true } } } },
        },
      })
    ).map(({ id, cancellation, answeredBy, answeredAt, number, answeredOn, findingId, back, finding }) => ({
      ...{ id, cancellation, recordedBy: answeredBy, recordedAt: answeredAt },
      of: "answer",
      about: findingId,
      name: String(number),
      on: fromDatabase(answeredOn),
      judged: back !== null || finding.closure !== null,
    })),
  claim: async (tx, which) =>
    (
      await tx.findingClaim.findMany({
        where: which,
        select: {
          ...{ id: true, cancellation: recorded.cancellation, statedBy: true, statedAt: true },
          ...{ blockingBody: true, statedOn: true, findingId: true },
          ...{ refusal: { select: { claimId: true } }, stop: { select: { claimId: true } } },
        },
      })
    ).map(({ id, cancellation, statedBy, statedAt, blockingBody, statedOn, findingId, refusal, stop }) => ({
      ...{ id, cancellation, recordedBy: statedBy, recordedAt: statedAt },
      of: "claim",
      about: findingId,
      name: blockingBody,
      on: fromDatabase(statedOn),
      judged: refusal !== null || stop !== null,
    })),
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
  policy_signature: async (tx, which) =>
    (
      await tx.qualityPolicy.findMany({
        where: { ...which, signedOn: { not: null } },
        select: {
          ...recorded,
          signedOn: true,
          replacedOn: true,
          body: true,
          attachmentId: true,
          signer: { select: { fullName: true } },
        },
      })
    ).map(({ signedOn, replacedOn, signer, ...more }) => ({
      ...rowOf(more),
      of: "policy_signature",
      about: more.id,
      name: signer?.fullName ?? "–",
      on: fromDatabaseOrNull(signedOn),
      judged: replacedOn !== null,
    })),
  policy_draft: async (tx, which) =>
    (await tx.qualityPolicy.findMany({ where: { ...which, signedOn: null }, select: draft })).map((row) => ({
      ...row,
      ...unrecorded,
      of: "policy_draft",
      about: row.id,
      name: "",
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
} satisfies Record<EntryKind, (tx: Tx, which: Which) => Promise<StoredEntry[]>>;

/** Entries of one kind, those that were cancelled among them. */
export const loadEntries = (tx: Tx, of: EntryKind, which: Which): Promise<StoredEntry[]> =>
  stored[of](tx, which);
