import type { Tx } from "@/lib/identity/database";

/**
 * Marks an approval as cancelled. What it took the place of is in force again, and its text is a draft again, unless another one has
 * been begun since.
 */
export async function undoApproval(tx: Tx, id: string, cancellationId: string): Promise<void> {
  const { agencyId, documentId, effectiveOn, ...wrong } = await tx.documentRevision.update({
    where: { id },
    data: { cancellationId },
  });
  const of = { agencyId, documentId, cancellationId: null };
  const before = await tx.documentRevision.findFirst({
    where: { ...of, obsoleteOn: effectiveOn, approvedOn: { not: null } },
    orderBy: [{ effectiveOn: "desc" }, { issueNo: "desc" }, { revisionNo: "desc" }],
    select: { id: true },
  });
  if (before)
    await tx.documentRevision.update({
      where: { id: before.id },
      data: { obsoleteOn: null },
      select: { id: true },
    });
  if (await tx.documentRevision.findFirst({ where: { ...of, approvedOn: null }, select: { id: true } }))
    return;
  const { issueNo, revisionNo, title, body, changeRequest, changePlace, changeSummary, draftedBy } = wrong;
  const texts = { title, body, changeRequest, changePlace, changeSummary };
  await tx.documentRevision.create({
    data: { agencyId, documentId, issueNo, revisionNo, ...texts, draftedBy },
    select: { id: true },
  });
}

/** The same of a signature under the quality policy. */
export async function undoSignature(tx: Tx, id: string, cancellationId: string): Promise<void> {
  const { agencyId, signedOn, body } = await tx.qualityPolicy.update({
    where: { id },
    data: { cancellationId },
  });
  const of = { agencyId, cancellationId: null };
  const before = await tx.qualityPolicy.findFirst({
    where: { ...of, replacedOn: signedOn, signedOn: { not: null } },
    orderBy: [{ signedOn: "desc" }, { draftedAt: "desc" }],
    select: { id: true },
  });
  if (before)
    await tx.qualityPolicy.update({
      where: { id: before.id },
      data: { replacedOn: null },
      select: { id: true },
    });
  if (!(await tx.qualityPolicy.findFirst({ where: { ...of, signedOn: null }, select: { id: true } })))
    await tx.qualityPolicy.create({ data: { agencyId, body }, select: { id: true } });
}
