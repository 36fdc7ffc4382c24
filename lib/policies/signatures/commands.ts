import { holdersOn } from "@/lib/appointments/queries";
import { filesBeside } from "@/lib/files/bytes";
import { notInPost } from "@/lib/identity/matrix";
import { command, type Acting } from "@/lib/journal/commands";
import { changedSinceRead } from "@/lib/journal/last/queries";
import type { JournalEvent } from "@/lib/journal/events/types";
import { formatDate } from "@/lib/kernel/format";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { refuse, Refused, refuseIf } from "@/lib/kernel/result";
import { lockPolicies, policyDraft } from "@/lib/policies/held/commands";
import { signatureForm, signatureRecordForm } from "@/lib/policies/schema";
import { refuseOtherStage } from "@/lib/submissions/queries";
import { storePaper } from "@/lib/submissions/papers/commands";

type Signed = {
  agencyId: string;
  version: number;
  /** How far the draft had come as its page showed it. */
  shown?: string | undefined;
  signedOn: PlainDate;
  /** The signed paper from which somebody records the signature; null where the head signs. */
  scan: File | null;
};

/** Puts the draft in force and ends the policy before it; one of the same day takes the place of the other. */
async function putInForce(acting: Acting, signed: Signed): Promise<JournalEvent> {
  const { agencyId, version, shown, signedOn, scan } = signed;
  const { tx, viewer, today } = acting;
  await lockPolicies(tx, agencyId);
  const draft = await policyDraft(tx, agencyId);
  if (!draft) refuse("no-draft");
  if (draft.version !== version) throw new Refused(await changedSinceRead(tx, "policy", draft.id));
  await refuseOtherStage(tx, { agencyId, of: "policy", id: draft.id, shown }, draft.id);
  if (signedOn > today) refuse("date-in-future", "signedOn", { latest: formatDate(today) });
  const before = await tx.qualityPolicy.findFirst({
    where: { agencyId, signedOn: { not: null }, replacedOn: null, cancellationId: null },
  });
  const since = before?.signedOn && fromDatabase(before.signedOn);
  if (since && signedOn < since) refuse("date-too-early", "signedOn", { earliest: formatDate(since) });
  const head = (await holdersOn(tx, agencyId, signedOn)).find(({ post }) => post === "head");
  if (!scan && head?.personId !== viewer.personId) refuseIf(notInPost(viewer.office));
  if (!head) refuse("approver-not-head", "signedOn");
  const paper = await storePaper(acting, agencyId, scan);
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
      ...paper?.columns,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  const signature = { signer: head.name, signedOn, replaces: before?.id ?? null };
  return {
    chain: agencyId,
    entity: "policy",
    entityId: draft.id,
    ...(paper
      ? { action: "policy-signed", content: { ...signature, ...paper.told } }
      : { action: "policy-signed-by-head", content: signature }),
  };
}

/** The head signs the draft as it was read, today. */
export const signPolicy = command("policies.sign", signatureForm, (acting, form) =>
  putInForce(acting, { ...form, signedOn: acting.today, scan: null }),
);

/** Somebody records the head's signature from the paper; its scan goes along, and who recorded it is said. */
export const recordSignature = command("policies.record", signatureRecordForm, putInForce, {
  beside: filesBeside("scan", "scan"),
});
