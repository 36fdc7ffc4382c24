import { holdersOn } from "@/lib/appointments/queries";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import { changedSinceRead } from "@/lib/journal/last/queries";
import type { Receipt } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";
import { lockPolicies, policyDraft } from "@/lib/policies/held/commands";
import type { SignatureForm, SignatureRecordForm } from "@/lib/policies/schema";
import { storePaper } from "@/lib/submissions/papers/commands";

type Signed = {
  agencyId: string;
  version: number;
  signedOn: PlainDate;
  /** The signed paper from which somebody records the signature; null where the head signs. */
  scan: File | null;
};

/** Puts the draft in force and ends the policy before it; one of the same day takes the place of the other. */
async function putInForce(
  viewer: Viewer,
  { agencyId, version, signedOn, scan }: Signed,
): Promise<Result<Receipt>> {
  const day = await today();
  return change(viewer, async (tx) => {
    await lockPolicies(tx, agencyId);
    const draft = await policyDraft(tx, agencyId);
    if (!draft) return refused(problem("no-draft"));
    if (draft.version !== version) return changedSinceRead(tx, "policy", draft.id);
    if (signedOn > day) return refused(problem("date-in-future", "signedOn", { latest: formatDate(day) }));
    const before = await tx.qualityPolicy.findFirst({
      where: { agencyId, signedOn: { not: null }, replacedOn: null, cancellationId: null },
    });
    if (before?.signedOn && signedOn < fromDatabase(before.signedOn))
      return refused(
        problem("date-too-early", "signedOn", { earliest: formatDate(fromDatabase(before.signedOn)) }),
      );
    const head = (await holdersOn(tx, agencyId, signedOn)).find(({ post }) => post === "head");
    if (!scan && head?.personId !== viewer.personId) return refused(problem("not-in-post"));
    if (!head) return refused(problem("approver-not-head", "signedOn"));
    const paper = await storePaper(tx, viewer, agencyId, scan);
    if (!paper.ok) return paper;
    if (before)
      await tx.qualityPolicy.update({
        where: { id: before.id },
        data: { replacedOn: toDatabase(signedOn) },
        select: { id: true },
      });
    await tx.qualityPolicy.update({
      where: { id: draft.id, version },
      data: {
        signedBy: head.personId,
        signedOn: toDatabase(signedOn),
        ...paper.value?.columns,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    const content = { signer: head.name, signedOn, replaces: before?.id ?? null };
    const about = { chain: agencyId, entity: "policy", entityId: draft.id } as const;
    return done(
      await record(tx, viewer, {
        ...about,
        ...(paper.value ? { action: "policy-signed" } : { action: "policy-signed-by-head" }),
        content: { ...content, ...paper.value?.told },
      }),
    );
  });
}

/** The head signs the draft as it was read, today. */
export async function signPolicy(
  viewer: Viewer,
  { agencyId, version }: SignatureForm,
): Promise<Result<Receipt>> {
  if (!mayFor(viewer, "policies.sign", agencyId)) return refused(problem("not-an-id"));
  return putInForce(viewer, { agencyId, version, signedOn: await today(), scan: null });
}

/** Somebody records the head's signature from the paper; its scan goes along, and who recorded it is said. */
export async function recordSignature(viewer: Viewer, form: SignatureRecordForm): Promise<Result<Receipt>> {
  const { agencyId, version, signedOn, scan } = form;
  if (!mayFor(viewer, "policies.record", agencyId)) return refused(problem("not-an-id"));
  return putInForce(viewer, { agencyId, version, signedOn, scan });
}
