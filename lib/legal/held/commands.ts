import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { refuse } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";

/** The document whose changes are noted, held until the transaction ends. */
export async function holdLaw(tx: Tx, lawId: string) {
  await lock(tx, "law", lawId);
  const law = await tx.legalDocument.findUnique({ where: { id: lawId }, select: { id: true, number: true } });
  if (!law) refuse("not-yours");
  return law;
}

/** The draft in which its changes are noted, begun where there is none. */
export async function holdDraft(tx: Tx, viewer: Viewer, lawId: string): Promise<string> {
  const draft = await tx.legalChange.findFirst({
    where: { legalDocumentId: lawId, releasedAt: null },
    select: { id: true },
  });
  if (draft) return draft.id;
  const begun = await tx.legalChange.create({
    data: { legalDocumentId: lawId, notedBy: viewer.accountId, notedName: viewer.name },
    select: { id: true },
  });
  return begun.id;
}
