import { storeFile } from "@/lib/files/commands";
import type { Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import type { Receipt } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { fromDatabase, toDatabase, yearOf } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { conflicting, done, refused, type Result } from "@/lib/kernel/result";
import { now, today } from "@/lib/platform/clock";
import { lastSaved, lockPolicies, policyConflict, policyDraft } from "@/lib/policies/held/commands";
import { isInForce, plannableYears } from "@/lib/policies/rules";
import type { ObjectiveForm, PolicyForm, PostingForm, RemovalForm } from "@/lib/policies/schema";
import type { Objective } from "@/lib/policies/types";
import { waitingOf } from "@/lib/submissions/queries";

const objectiveConflict = async (tx: Tx, { id, text, measure, target, result, version }: Stored) =>
  conflicting({
    current: { text, measure, target, result: result ?? "", version: String(version) },
    ...(await lastSaved(tx, "objective", id)),
  });

type Stored = Pick<Objective, "id" | "text" | "measure" | "target" | "result" | "version">;

/** Writes a draft, or goes on with it. A stale save is refused with the stored text. */
export async function savePolicy(
  viewer: Viewer,
  { agencyId, version, body }: PolicyForm,
): Promise<Result<Receipt>> {
  if (!mayFor(viewer, "policies.draft", agencyId)) return refused(problem("not-an-id"));
  return change(viewer, async (tx) => {
    await lockPolicies(tx, agencyId);
    const draft = await policyDraft(tx, agencyId);
    if ((draft?.version ?? 0) !== version) {
      if (!draft) return refused(problem("already-done"));
      return policyConflict(tx, draft);
    }
    if (draft && (await waitingOf(tx, agencyId, draft.id))) return refused(problem("draft-waits"));
    const { id } = draft
      ? await tx.qualityPolicy.update({
          where: { id: draft.id, version },
          data: { body, draftedAt: now(), version: { increment: 1 } },
          select: { id: true },
        })
      : await tx.qualityPolicy.create({ data: { agencyId, body }, select: { id: true } });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "policy-drafted",
        entity: "policy",
        entityId: id,
        content: { body },
      }),
    );
  });
}

/** Records where the policy in force hangs, with the photo that shows it. */
export async function postPolicy(viewer: Viewer, form: PostingForm): Promise<Result<Receipt>> {
  const { agencyId, place, postedOn, photo } = form;
  if (!mayFor(viewer, "policies.post", agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  return changeOnce(viewer, "posting", form, async (tx) => {
    await lockPolicies(tx, agencyId);
    const policies = await tx.qualityPolicy.findMany({
      where: { agencyId, signedOn: { not: null }, cancellationId: null },
    });
    const current = policies.find(({ signedOn, replacedOn }) =>
      isInForce(
        { signedOn: signedOn && fromDatabase(signedOn), replacedOn: replacedOn && fromDatabase(replacedOn) },
        day,
      ),
    );
    if (!current?.signedOn) return refused(problem("no-draft"));
    if (postedOn > day) return refused(problem("date-in-future", "postedOn", { latest: formatDate(day) }));
    if (postedOn < fromDatabase(current.signedOn))
      return refused(
        problem("date-before", "postedOn", { earliest: formatDate(fromDatabase(current.signedOn)) }),
      );
    const stored = photo ? await storeFile(tx, viewer, agencyId, photo, "photo") : done(null);
    if (!stored.ok) return stored;
    await tx.policyPosting.create({
      data: {
        agencyId,
        policyId: current.id,
        place,
        postedOn: toDatabase(postedOn),
        attachmentId: stored.value,
        recordedBy: viewer.accountId,
      },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "policy-posted",
        entity: "policy",
        entityId: current.id,
        content: { place, postedOn, photo: stored.value },
      }),
    );
  });
}

/** Records that a policy no longer hangs in a place. */
export async function removePosting(
  viewer: Viewer,
  { agencyId, postingId, removedOn }: RemovalForm,
): Promise<Result<Receipt>> {
  if (!mayFor(viewer, "policies.post", agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    await lockPolicies(tx, agencyId);
    const posting = await tx.policyPosting.findFirst({
      where: { id: postingId, agencyId, cancellationId: null },
    });
    if (!posting) return refused(problem("not-an-id"));
    if (posting.removedOn !== null) return refused(problem("already-done"));
    const postedOn = fromDatabase(posting.postedOn);
    if (removedOn > day) return refused(problem("date-in-future", "removedOn", { latest: formatDate(day) }));
    if (removedOn < postedOn)
      return refused(problem("date-before", "removedOn", { earliest: formatDate(postedOn) }));
    await tx.policyPosting.update({
      where: { id: postingId },
      data: { removedOn: toDatabase(removedOn) },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "posting-removed",
        entity: "policy",
        entityId: posting.policyId,
        content: { place: posting.place, removedOn },
      }),
    );
  });
}

/** Adds an objective of this year or the next, or changes one (its result too). */
export async function saveObjective(viewer: Viewer, form: ObjectiveForm): Promise<Result<Receipt>> {
  const { agencyId, objectiveId, version, text, measure, target, result } = form;
  if (!mayFor(viewer, "objectives.write", agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  const ofYear = form.year ?? yearOf(day);
  if (!objectiveId && !plannableYears(day).includes(ofYear)) return refused(problem("not-a-choice", "year"));
  return changeOnce(viewer, "objective", form, async (tx) => {
    await lockPolicies(tx, agencyId);
    const texts = {
      text,
      measure,
      target,
      result: result || null,
      reviewedOn: result ? toDatabase(day) : null,
    };
    const existing = objectiveId
      ? await tx.qualityObjective.findFirst({ where: { id: objectiveId, agencyId, cancellationId: null } })
      : null;
    if (objectiveId && !existing) return refused(problem("not-an-id"));
    if (existing && existing.version !== version) return objectiveConflict(tx, existing);
    const { id, year } = existing
      ? await tx.qualityObjective.update({
          where: { id: existing.id, version },
          data: { ...texts, version: { increment: 1 } },
          select: { id: true, year: true },
        })
      : await tx.qualityObjective.create({
          data: {
            agencyId,
            year: ofYear,
            position: await nextPosition(tx, agencyId, ofYear),
            ...texts,
            recordedBy: viewer.accountId,
          },
          select: { id: true, year: true },
        });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "objective-saved",
        entity: "objective",
        entityId: id,
        content: { year, text, measure, target, result },
      }),
    );
  });
}

async function nextPosition(tx: Tx, agencyId: string, year: number): Promise<number> {
  const last = await tx.qualityObjective.findFirst({
    where: { agencyId, year },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  return (last?.position ?? -1) + 1;
}
