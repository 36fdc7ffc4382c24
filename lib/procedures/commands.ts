import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { refuse, Refused } from "@/lib/kernel/result";
import { codeKey } from "@/lib/kernel/text";
import { now } from "@/lib/platform/clock";
import { lock } from "@/lib/platform/locks";
import { conflictWith, holdDocument } from "@/lib/procedures/held/commands";
import { nextNumber } from "@/lib/procedures/rules";
import { draftForm, newDocumentForm } from "@/lib/procedures/schema";
import { waitingOf } from "@/lib/submissions/queries";

/** Does the agency have a document whose code nobody could tell from this one? Asked of one document after the other. */
async function isTaken(tx: Tx, agencyId: string, code: string): Promise<boolean> {
  await lock(tx, "codes", agencyId);
  const documents = await tx.controlledDocument.findMany({ where: { agencyId }, select: { code: true } });
  return documents.some((each) => codeKey(each.code) === codeKey(code));
}

/** A new document with its first draft. */
export const createDocument = command(
  "documents.draft",
  newDocumentForm,
  async ({ tx, viewer }, { agencyId, code, kind, requiredDocumentId, title, body }) => {
    if (await isTaken(tx, agencyId, code)) refuse("code-taken", "code");
    const required = requiredDocumentId
      ? await tx.requiredDocument.findUnique({ where: { id: requiredDocumentId }, select: { id: true } })
      : null;
    if (requiredDocumentId && !required) refuse("not-an-id", "requiredDocumentId");
    const { id } = await tx.controlledDocument.create({
      data: { agencyId, code, kind },
      select: { id: true },
    });
    if (required)
      await tx.documentCoverage.create({
        data: { agencyId, documentId: id, requiredDocumentId: required.id },
      });
    const first = {
      ...{ issueNo: 1, revisionNo: 0, title, body },
      changeRequest: "Xây dựng tài liệu",
      changePlace: "Toàn bộ",
      changeSummary: "Ban hành lần đầu",
    };
    await tx.documentRevision.create({
      data: { agencyId, documentId: id, ...first, draftedBy: viewer.personId },
      select: { id: true },
    });
    return {
      chain: agencyId,
      action: "document-created",
      entity: "document",
      entityId: id,
      content: { code, kind, ...first },
    };
  },
);

/** Starts a revision, or saves the one under way. A stale save is refused with the stored text. */
export const saveDraft = command("documents.draft", draftForm, async (acting, { documentId, ...form }) => {
  const { tx, viewer } = acting;
  const { agencyId, draft, latest, revisions } = await holdDocument(acting, documentId);
  const { version, newIssue, ...texts } = form;
  if (!draft && version !== 0) refuse("already-done");
  if (draft && draft.version !== version) throw new Refused(await conflictWith(tx, documentId, draft));
  if (draft && (await waitingOf(tx, agencyId, draft.id))) refuse("draft-waits");
  if (latest && latest.body === texts.body && latest.title === texts.title) refuse("no-change", "body");
  const data = { ...texts, draftedBy: viewer.personId, draftedAt: now() };
  const { issueNo, revisionNo } = draft ?? nextNumber(revisions, newIssue === "1");
  if (draft)
    await tx.documentRevision.update({
      where: { id: draft.id, version },
      data: { ...data, version: { increment: 1 } },
      select: { id: true },
    });
  else
    await tx.documentRevision.create({
      data: { agencyId, documentId, issueNo, revisionNo, ...data },
      select: { id: true },
    });
  return {
    chain: agencyId,
    action: "draft-saved",
    entity: "document",
    entityId: documentId,
    content: { issueNo, revisionNo, ...texts },
  };
});
