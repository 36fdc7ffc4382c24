import { holdersOn } from "@/lib/appointments/queries";
import { agencyWhere } from "@/lib/identity/access";
import type { Tx } from "@/lib/identity/database";
import { mayFor, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { formatDate, formatInstant } from "@/lib/kernel/format";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { conflicting, done, refused, type Result } from "@/lib/kernel/result";
import { codeKey } from "@/lib/kernel/text";
import { now, today } from "@/lib/platform/clock";
import { nextNumber } from "@/lib/procedures/rules";
import type { ApprovalForm, DraftForm, NewDocumentForm, WithdrawalForm } from "@/lib/procedures/schema";

/** The document, if the viewer may do this with it, locked until the transaction ends. */
async function lockedDocument(tx: Tx, viewer: Viewer, action: Action, id: string) {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${id}, 3))::text as locked`;
  return tx.controlledDocument.findFirst({
    where: { id, withdrawnOn: null, ...agencyWhere(viewer, action) },
    include: { revisions: { where: { cancellationId: null }, orderBy: { draftedAt: "desc" } } },
  });
}

type Document = NonNullable<Awaited<ReturnType<typeof lockedDocument>>>;

const draftOf = (document: Document) => document.revisions.find((revision) => revision.approvedOn === null);

const latestOf = (document: Document) =>
  document.revisions
    .filter((revision) => revision.effectiveOn !== null)
    .sort((a, b) => Number(b.effectiveOn) - Number(a.effectiveOn))[0];

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
    const document = await lockedDocument(tx, viewer, "documents.draft", form.documentId);
    if (!document) return refused(problem("not-an-id"));
    const draft = draftOf(document);
    if ((draft?.version ?? 0) !== form.version)
      return draft ? conflictWith(tx, form.documentId, draft) : refused(problem("already-done"));
    const latest = latestOf(document);
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

async function conflictWith(tx: Tx, documentId: string, draft: Document["revisions"][number]) {
  const last = await tx.journalEntry.findFirst({
    where: { entity: "document", entityId: documentId },
    orderBy: { id: "desc" },
    select: { actorName: true },
  });
  const { title, body, changeRequest, changePlace, changeSummary, version, draftedAt } = draft;
  return conflicting({
    current: { title, body, changeRequest, changePlace, changeSummary, version: String(version) },
    savedBy: last?.actorName ?? "–",
    savedAt: formatInstant(draftedAt),
  });
}

/** Are the dates and the approver of an approval in order? */
async function approvalProblem(
  tx: Tx,
  document: Document,
  form: ApprovalForm,
  day: PlainDate,
): Promise<Problem | null> {
  const { approverId, approvedOn, effectiveOn, reviewDueOn } = form;
  if (approvedOn > day) return problem("date-in-future", "approvedOn", { latest: formatDate(day) });
  if (effectiveOn < approvedOn)
    return problem("date-before", "effectiveOn", { earliest: formatDate(approvedOn) });
  const latest = latestOf(document)?.effectiveOn;
  if (latest && effectiveOn <= fromDatabase(latest))
    return problem("date-too-early", "effectiveOn", { earliest: formatDate(fromDatabase(latest)) });
  if (reviewDueOn <= effectiveOn)
    return problem("date-before", "reviewDueOn", { earliest: formatDate(effectiveOn) });
  const holders = await holdersOn(tx, document.agencyId, approvedOn);
  const mayApprove = holders.some(
    ({ personId, post }) => personId === approverId && (post === "head" || post === "deputy_head"),
  );
  return mayApprove ? null : problem("approver-not-head", "approverId");
}

/** Puts the draft in force from a day on; what was in force until then becomes obsolete on that day. */
export async function approveDraft(viewer: Viewer, form: ApprovalForm): Promise<Result<Receipt>> {
  const day = await today();
  return change(viewer, async (tx) => {
    const document = await lockedDocument(tx, viewer, "documents.approve", form.documentId);
    if (!document) return refused(problem("not-an-id"));
    const draft = draftOf(document);
    if (!draft) return refused(problem("no-draft"));
    if (draft.version !== form.version) return conflictWith(tx, form.documentId, draft);
    const fault = await approvalProblem(tx, document, form, day);
    if (fault) return refused(fault);
    const { approverId, approvedOn, effectiveOn, reviewDueOn } = form;
    const latest = latestOf(document);
    if (latest)
      await tx.documentRevision.update({
        where: { id: latest.id },
        data: { obsoleteOn: toDatabase(effectiveOn) },
        select: { id: true },
      });
    await tx.documentRevision.update({
      where: { id: draft.id, version: form.version },
      data: {
        approvedBy: approverId,
        approvedOn: toDatabase(approvedOn),
        effectiveOn: toDatabase(effectiveOn),
        reviewDueOn: toDatabase(reviewDueOn),
        version: { increment: 1 },
      },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: document.agencyId,
        action: "document-approved",
        entity: "document",
        entityId: document.id,
        content: {
          issueNo: draft.issueNo,
          revisionNo: draft.revisionNo,
          approverId,
          approvedOn,
          effectiveOn,
          reviewDueOn,
          replaces: latest?.id ?? null,
        },
      }),
    );
  });
}

/** Takes a document out of use from a day on; its texts stay readable. */
export async function withdrawDocument(viewer: Viewer, form: WithdrawalForm): Promise<Result<Receipt>> {
  const { documentId, withdrawnOn, reason } = form;
  const day = await today();
  if (withdrawnOn > day)
    return refused(problem("date-in-future", "withdrawnOn", { latest: formatDate(day) }));
  return change(viewer, async (tx) => {
    const document = await lockedDocument(tx, viewer, "documents.approve", documentId);
    if (!document) return refused(problem("not-an-id"));
    const effective = latestOf(document)?.effectiveOn;
    if (effective && withdrawnOn < fromDatabase(effective))
      return refused(
        problem("date-before", "withdrawnOn", { earliest: formatDate(fromDatabase(effective)) }),
      );
    await tx.controlledDocument.update({
      where: { id: documentId },
      data: { withdrawnOn: toDatabase(withdrawnOn) },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: document.agencyId,
        action: "document-withdrawn",
        entity: "document",
        entityId: documentId,
        content: { code: document.code, withdrawnOn, reason },
      }),
    );
  });
}
