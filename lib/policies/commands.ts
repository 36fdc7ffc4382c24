import { filesBeside } from "@/lib/files/bytes";
import { storeFile } from "@/lib/files/commands";
import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { formatDate } from "@/lib/kernel/format";
import { fromDatabase, toDatabase, yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { conflicting, refuse, Refused } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";
import {
  lastSaved,
  lockPolicies,
  policyConflict,
  policyDraft,
  refuseGone,
} from "@/lib/policies/held/commands";
import { isInForce, plannableYears } from "@/lib/policies/rules";
import { objectiveForm, policyForm, postingForm, removalForm } from "@/lib/policies/schema";
import type { Objective } from "@/lib/policies/types";
import { waitingOf } from "@/lib/submissions/queries";

/** Writes a draft, or goes on with it. A stale save is refused with the stored text. */
export const savePolicy = command(
  "policies.draft",
  policyForm,
  async ({ tx }, { agencyId, version, body }) => {
    await lockPolicies(tx, agencyId);
    const draft = await policyDraft(tx, agencyId);
    if (!draft && version !== 0) await refuseGone(tx, agencyId);
    if (draft && draft.version !== version) throw new Refused(await policyConflict(tx, draft));
    if (draft && (await waitingOf(tx, agencyId, draft.id))) refuse("draft-waits");
    const { id } = draft
      ? await tx.qualityPolicy.update({
          where: { id: draft.id, version },
          data: { body, draftedAt: now(), version: { increment: 1 } },
          select: { id: true },
        })
      : await tx.qualityPolicy.create({ data: { agencyId, body }, select: { id: true } });
    return { chain: agencyId, action: "policy-drafted", entity: "policy", entityId: id, content: { body } };
  },
);

/** The policy in force on a day, and since when. */
async function policyInForce(tx: Tx, agencyId: string, day: PlainDate) {
  const policies = await tx.qualityPolicy.findMany({
    where: { agencyId, signedOn: { not: null }, cancellationId: null },
  });
  return policies
    .map(({ id, signedOn, replacedOn }) => ({
      id,
      signedOn: signedOn && fromDatabase(signedOn),
      replacedOn: replacedOn && fromDatabase(replacedOn),
    }))
    .find((policy) => isInForce(policy, day));
}

/** Records where the policy in force hangs, with the photo that shows it. */
export const postPolicy = command(
  "policies.post",
  postingForm,
  async (acting, { agencyId, place, postedOn, photo }) => {
    const { tx, viewer, today } = acting;
    await lockPolicies(tx, agencyId);
    const current = await policyInForce(tx, agencyId, today);
    if (!current?.signedOn) refuse("no-draft");
    if (postedOn > today) refuse("date-in-future", "postedOn", { latest: formatDate(today) });
    if (postedOn < current.signedOn)
      refuse("date-before", "postedOn", { earliest: formatDate(current.signedOn) });
    const file = photo && (await storeFile(acting, agencyId, photo, "photo", "scan"));
    await tx.policyPosting.create({
      data: {
        ...{ agencyId, policyId: current.id, place, attachmentId: file },
        postedOn: toDatabase(postedOn),
        recordedBy: viewer.accountId,
      },
      select: { id: true },
    });
    return {
      chain: agencyId,
      action: "policy-posted",
      entity: "policy",
      entityId: current.id,
      content: { place, postedOn, photo: file },
    };
  },
  { once: "posting", beside: filesBeside("photo", "scan") },
);

/** Records that a policy no longer hangs in a place. */
export const removePosting = command(
  "policies.post",
  removalForm,
  async ({ tx, today }, { agencyId, postingId, removedOn }) => {
    await lockPolicies(tx, agencyId);
    const posting = await tx.policyPosting.findFirst({
      where: { id: postingId, agencyId, cancellationId: null },
    });
    if (!posting) refuse("not-yours");
    if (posting.removedOn !== null) refuse("already-done");
    const postedOn = fromDatabase(posting.postedOn);
    if (removedOn > today) refuse("date-in-future", "removedOn", { latest: formatDate(today) });
    if (removedOn < postedOn) refuse("date-before", "removedOn", { earliest: formatDate(postedOn) });
    await tx.policyPosting.update({
      where: { id: postingId },
      data: { removedOn: toDatabase(removedOn) },
      select: { id: true },
    });
    return {
      chain: agencyId,
      action: "posting-removed",
      entity: "policy",
      entityId: posting.policyId,
      content: { place: posting.place, removedOn },
    };
  },
);

type Stored = Pick<Objective, "id" | "text" | "measure" | "target" | "result" | "version">;

const objectiveConflict = async (tx: Tx, { id, text, measure, target, result, version }: Stored) =>
  conflicting({
    current: { text, measure, target, result: result ?? "", version: String(version) },
    ...(await lastSaved(tx, "objective", id)),
  });

/** Adds an objective of this year or the next, or changes one (its result too). */
export const saveObjective = command(
  "objectives.write",
  objectiveForm,
  async ({ tx, viewer, today }, { agencyId, objectiveId, version, ...form }) => {
    const { text, measure, target, result } = form;
    const ofYear = form.year ?? yearOf(today);
    if (!objectiveId && !plannableYears(today).includes(ofYear)) refuse("not-a-choice", "year");
    await lockPolicies(tx, agencyId);
    const existing = objectiveId
      ? await tx.qualityObjective.findFirst({ where: { id: objectiveId, agencyId, cancellationId: null } })
      : null;
    if (objectiveId && !existing) refuse("not-yours");
    if (existing && existing.version !== version) throw new Refused(await objectiveConflict(tx, existing));
    const reviewed = { result: result || null, reviewedOn: result ? toDatabase(today) : null };
    const texts = { text, measure, target, ...reviewed };
    const { id, year } = existing
      ? await tx.qualityObjective.update({
          where: { id: existing.id, version },
          data: { ...texts, version: { increment: 1 } },
          select: { id: true, year: true },
        })
      : await tx.qualityObjective.create({
          data: {
            ...{ agencyId, year: ofYear, ...texts },
            position: await nextPosition(tx, agencyId, ofYear),
            recordedBy: viewer.accountId,
          },
          select: { id: true, year: true },
        });
    return {
      chain: agencyId,
      action: "objective-saved",
      entity: "objective",
      entityId: id,
      content: { year, text, measure, target, result },
    };
  },
  { once: "objective" },
);

async function nextPosition(tx: Tx, agencyId: string, year: number): Promise<number> {
  const last = await tx.qualityObjective.findFirst({
    where: { agencyId, year },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  return (last?.position ?? -1) + 1;
}
