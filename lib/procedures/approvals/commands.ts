import { decidesOn } from "@/lib/appointments/queries";
import { filesBeside } from "@/lib/files/bytes";
import { notInPost } from "@/lib/identity/matrix";
import { command, type Acting } from "@/lib/journal/commands";
import { changedSinceRead } from "@/lib/journal/last/queries";
import type { JournalEvent } from "@/lib/journal/events/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { refuse, Refused, refuseIf } from "@/lib/kernel/result";
import { addTasksOf } from "@/lib/legal/touched/commands";
import { holdDocument, type HeldDocument } from "@/lib/procedures/held/commands";
import { approvalForm, approvalRecordForm } from "@/lib/procedures/schema";
import { refuseOtherStage } from "@/lib/submissions/queries";
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
  /** How far the draft had come as its page showed it. */
  shown?: string | undefined;
  approval: Approval;
  /** What is said where the approver holds no such post on that day. */
  otherwise: Problem;
  /** The signed paper from which somebody records the approval; null where the head approves. */
  scan: File | null;
};

/** Puts the draft in force from a day on; what was in force until then becomes obsolete on that day. */
async function putInForce(acting: Acting, signed: Signed): Promise<JournalEvent> {
  const { tx, today } = acting;
  const { documentId, version, shown, approval, otherwise, scan } = signed;
  const document = await holdDocument(acting, documentId);
  const { agencyId, code, draft, latest } = document;
  if (!draft) refuse("no-draft");
  if (draft.version !== version) throw new Refused(await changedSinceRead(tx, "document", documentId));
  await refuseOtherStage(tx, { agencyId, of: "document", id: documentId, shown }, draft.id);
  refuseIf(dayProblem(document, approval, today));
  const { approverId, approvedOn, effectiveOn, reviewDueOn } = approval;
  if (!(await decidesOn(tx, agencyId, approverId, approvedOn))) refuseIf(otherwise);
  const paper = await storePaper(acting, agencyId, scan);
  if (latest)
    await tx.documentRevision.update({
      where: { id: latest.id },
      data: { obsoleteOn: toDatabase(effectiveOn) },
      select: { id: true },
    });
  await tx.documentRevision.update({
    where: { id: draft.id, version },
    data: {
      ...{ approvedBy: approverId, approvedOn: toDatabase(approvedOn) },
      ...{ effectiveOn: toDatabase(effectiveOn), reviewDueOn: toDatabase(reviewDueOn) },
      ...paper?.columns,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await addTasksOf(tx, documentId, today);
  const { issueNo, revisionNo } = draft;
  const approved = { code, issueNo, revisionNo, ...approval, replaces: latest?.id ?? null };
  return {
    chain: agencyId,
    entity: "document",
    entityId: documentId,
    ...(paper
      ? { action: "approval-recorded", content: { ...approved, ...paper.told } }
      : { action: "document-approved", content: approved }),
  };
}

/** The head approves the draft as it was read, today, to be in force from today or a later day on. */
export const approveDraft = command(
  "documents.approve",
  approvalForm,
  (acting, { documentId, version, shown, ...inForce }) =>
    putInForce(acting, {
      ...{ documentId, version, shown, scan: null },
      approval: { approverId: acting.viewer.personId ?? "", approvedOn: acting.today, ...inForce },
      otherwise: notInPost(acting.viewer.office),
    }),
);

/** Somebody records what was approved on paper; its scan goes along, and who recorded it is said. */
export const recordApproval = command(
  "documents.record",
  approvalRecordForm,
  (acting, { documentId, version, scan, ...approval }) =>
    putInForce(acting, {
      ...{ documentId, version, scan, approval },
      otherwise: problem("approver-not-head", "approverId"),
    }),
  { beside: filesBeside("scan", "scan") },
);
