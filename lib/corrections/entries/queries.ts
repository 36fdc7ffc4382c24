import { documentEntries } from "@/lib/corrections/documents/queries";
import { recorded, whole, type Load, type Which } from "@/lib/corrections/entries/rows/queries";
import type { Cancellation, StoredEntry } from "@/lib/corrections/entries/types";
import { policyEntries } from "@/lib/corrections/policies/queries";
import type { EntryKind } from "@/lib/corrections/types";
import { fromDatabase } from "@/lib/kernel/plain-date";
import type { Tx } from "@/lib/identity/database";
import { formatInstant } from "@/lib/kernel/format";

/** Who cancelled an entry, and when, as people read it. */
export const cancelledBy = ({ cancelledName, cancelledAt }: Cancellation): { name: string; at: string } => ({
  name: cancelledName,
  at: formatInstant(cancelledAt),
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
  ...documentEntries,
  ...policyEntries,
} satisfies Record<EntryKind, Load>;

/** Entries of one kind, those that were cancelled among them. */
export const loadEntries = (tx: Tx, of: EntryKind, which: Which): Promise<StoredEntry[]> =>
  stored[of](tx, which);
