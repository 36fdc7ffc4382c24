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

/** What is entered about the policy and its objectives; its submissions and drafts. */
export const policyEntries = {
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
  policy_submission: async (tx, which) =>
    (
      await tx.submission.findMany({
        where: { ...which, ...openOr({ policy: { signedOn: null, cancellationId: null } }) },
        select: { ...recorded, policyId: true },
      })
    ).flatMap(({ policyId, ...row }) =>
      policyId ? [{ ...row, of: "policy_submission" as const, about: policyId, name: "", on: null }] : [],
    ),
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
} satisfies Partial<Record<EntryKind, Load>>;
