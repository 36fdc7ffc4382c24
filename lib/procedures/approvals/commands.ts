import { decidesOn } from "@/lib/appointments/queries";
import type { Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import { changedSinceRead } from "@/lib/journal/last/queries";
import type { Receipt } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";
import { holdDocument, type HeldDocument } from "@/lib/procedures/held/commands";
import type { ApprovalForm, ApprovalRecordForm } from "@/lib/procedures/schema";
import { storePaper } from "@/lib/submissions/papers/commands";

type Approval = { approverId: string; approvedOn: PlainDate; effectiveOn: PlainDate; reviewDueOn: PlainDate };

/** Are the days of an approval in order? A later one may take the place of one of the same day. */
function dayProblem({ latest }: HeldDocument, approval: Approval, day: PlainDate): Problem | null {
  const { approvedOn, effectiveOn, reviewDueOn } = approval;
  if (approvedOn > day) return problem("date-in-future", "approvedOn", { latest: formatDate(day) });
  if (effectiveOn < approvedOn)
    return problem("date-before", "effectiveOn", { earliest: formatDate(approvedOn) });
  const before = latest?.effectiveOn && fromDatabase(latest.effectiveOn);
  if (before && effectiveOn < before)
    return problem("date-too-early", "effectiveOn", { earliest: formatDate(before) });
  if (reviewDueOn <= effectiveOn)
    return problem("date-before", "reviewDueOn", { earliest: formatDate(addDays(effectiveOn, 1)) });
  return null;
}

type Signed = {
  documentId: string;
  version: number;
  action: Action;
  approval: Approval;
  /** What is said where the approver holds no such post on that day. */
  otherwise: Problem;
  /** The signed paper from which somebody records the approval; null where the head approves. */
  scan: File | null;
};

/** Puts the draft in force from a day on; what was in force until then becomes obsolete on that day. */
async function putInForce(viewer: Viewer, signed: Signed): Promise<Result<Receipt>> {
  const { documentId, version, action, approval, otherwise, scan } = signed;
  const day = await today();
  return change(viewer, async (tx) => {
    const document = await holdDocument(tx, viewer, action, documentId);
    if (!document) return refused(problem("not-an-id"));
    const { draft, latest } = document;
    if (!draft) return refused(problem("no-draft"));
    if (draft.version !== version) return changedSinceRead(tx, "document", documentId);
    const fault = dayProblem(document, approval, day);
    if (fault) return refused(fault);
    if (!(await decidesOn(tx, document.agencyId, approval.approverId, approval.approvedOn)))
      return refused(otherwise);
    const paper = await storePaper(tx, viewer, document.agencyId, scan);
    if (!paper.ok) return paper;
    const { approverId, approvedOn, effectiveOn, reviewDueOn } = approval;
    if (latest)
      await tx.documentRevision.update({
        where: { id: latest.id },
        data: { obsoleteOn: toDatabase(effectiveOn) },
        select: { id: true },
      });
    await tx.documentRevision.update({
      where: { id: draft.id, version },
      data: {
        approvedBy: approverId,
        approvedOn: toDatabase(approvedOn),
        effectiveOn: toDatabase(effectiveOn),
        reviewDueOn: toDatabase(reviewDueOn),
        ...paper.value?.columns,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    const { issueNo, revisionNo } = draft;
    const content = { issueNo, revisionNo, ...approval, replaces: latest?.id ?? null };
    const about = { chain: document.agencyId, entity: "document", entityId: documentId } as const;
    return done(
      await record(tx, viewer, {
        ...about,
        ...(paper.value ? { action: "approval-recorded" } : { action: "document-approved" }),
        content: { ...content, ...paper.value?.told },
      }),
    );
  });
}

/** The head approves the draft as it was read, today, to be in force from today or a later day on. */
export async function approveDraft(viewer: Viewer, form: ApprovalForm): Promise<Result<Receipt>> {
  const { documentId, version, effectiveOn, reviewDueOn } = form;
  const approval = {
    ...{ approverId: viewer.personId ?? "", approvedOn: await today() },
    ...{ effectiveOn, reviewDueOn },
  };
  const otherwise = problem("not-in-post");
  return putInForce(viewer, {
    ...{ documentId, version, approval, otherwise },
    ...{ action: "documents.approve", scan: null },
  });
}

/** Somebody records what was approved on paper; its scan goes along, and who recorded it is said. */
export function recordApproval(viewer: Viewer, form: ApprovalRecordForm): Promise<Result<Receipt>> {
  const { documentId, version, scan, ...approval } = form;
  const otherwise = problem("approver-not-head", "approverId");
  return putInForce(viewer, { documentId, version, scan, approval, otherwise, action: "documents.record" });
}
