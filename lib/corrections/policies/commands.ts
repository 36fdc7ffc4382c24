import { undoSignature } from "@/lib/corrections/approvals/commands";
import type { Kind } from "@/lib/corrections/kinds/commands";
import type { EntryKind } from "@/lib/corrections/types";
import { lock } from "@/lib/platform/locks";

/** How what was entered about the policy and its objectives is cancelled, taken back and discarded. */
export const policyKinds = {
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
} satisfies Partial<Record<EntryKind, Kind>>;
