import type { Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { codeKey } from "@/lib/kernel/text";
import { now } from "@/lib/platform/clock";
import { conflictWith, holdDocument } from "@/lib/procedures/held/commands";
import { nextNumber } from "@/lib/procedures/rules";
import type { DraftForm, NewDocumentForm } from "@/lib/procedures/schema";
import { waitingOf } from "@/lib/submissions/queries";

/** Does the agency have a document whose code nobody could tell from this one? Asked of one document after the other. */
async function isTaken(tx: Tx, agencyId: string, code: string): Promise<boolean> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${agencyId} document codes`}, 3))::text as locked`;
  const documents = await tx.controlledDocument.findMany({ where: { agencyId }, select: { code: true } });
  return documents.some((each) => codeKey(each.code) === codeKey(code));
}

/** A new document with its first draft. */
export async function createDocument(viewer: Viewer, form: NewDocumentForm): Promise<Result<Receipt>> {
  const { agencyId, code, kind, requiredDocumentId, title, body } = form;
  if (!mayFor(viewer, "documents.draft", agencyId)) return refused(problem("not-an-id"));
  return change(viewer, async (tx) => {
    if (await isTaken(tx, agencyId, code)) return refused(problem("code-taken", "code"));
    const required = requiredDocumentId
      ? await tx.requiredDocument.findUnique({ where: { id: requiredDocumentId }, select: { id: true } })
      : null;
    if (requiredDocumentId && !required) return refused(problem("not-an-id", "requiredDocumentId"));
    const { id } = await tx.controlledDocument.create({
      data: { agencyId, code, kind },
      select: { id: true },
    });
    if (required)
      await tx.documentCoverage.create({
        data: { agencyId, documentId: id, requiredDocumentId: required.id },
      });
    const first = {
      issueNo: 1,
      revisionNo: 0,
      title,
      body,
      changeRequest: "Xây dựng tài liệu",
      changePlace: "Toàn bộ",
      changeSummary: "Ban hành lần đầu",
    };
    await tx.documentRevision.create({
      data: { agencyId, documentId: id, ...first, draftedBy: viewer.personId },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "document-created",
        entity: "document",
        entityId: id,
        content: { code, kind, ...first },
      }),
    );
  });
}

/** Starts a revision, or saves the one under way. A stale save is refused with the stored text. */
export async function saveDraft(viewer: Viewer, form: DraftForm): Promise<Result<Receipt>> {
  return change(viewer, async (tx) => {
    const document = await holdDocument(tx, viewer, "documents.draft", form.documentId);
    if (!document) return refused(problem("not-an-id"));
    const { draft, latest } = document;
    if ((draft?.version ?? 0) !== form.version)
      return draft ? conflictWith(tx, form.documentId, draft) : refused(problem("already-done"));
    if (draft && (await waitingOf(tx, document.agencyId, draft.id))) return refused(problem("draft-waits"));
    if (latest && latest.body === form.body && latest.title === form.title)
      return refused(problem("no-change", "body"));
    const { title, body, changeRequest, changePlace, changeSummary } = form;
    const texts = {
      title,
      body,
      changeRequest,
      changePlace,
      changeSummary,
      draftedBy: viewer.personId,
      draftedAt: now(),
    };
    const number = draft ?? nextNumber(document.revisions, form.newIssue === "1");
    if (draft)
      await tx.documentRevision.update({
        where: { id: draft.id, version: form.version },
        data: { ...texts, version: { increment: 1 } },
        select: { id: true },
      });
    else
      await tx.documentRevision.create({
        data: { agencyId: document.agencyId, documentId: document.id, ...number, ...texts },
        select: { id: true },
      });
    return done(
      await record(tx, viewer, {
        chain: document.agencyId,
        action: "draft-saved",
        entity: "document",
        entityId: document.id,
        content: {
          issueNo: number.issueNo,
          revisionNo: number.revisionNo,
          title,
          body,
          changeRequest,
          changePlace,
          changeSummary,
        },
      }),
    );
  });
}
