import { filesBeside } from "@/lib/files/bytes";
import { storeFile } from "@/lib/files/commands";
import { command } from "@/lib/journal/commands";
import { formatDate } from "@/lib/kernel/format";
import { addDays, fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { refuse, refuseIf } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";
import { holdDocument, type HeldDocument } from "@/lib/procedures/held/commands";
import { textsShown } from "@/lib/procedures/rules";
import { reviewForm, type ReviewForm } from "@/lib/procedures/schema";

/** The revision in force on a day. */
const inForce = ({ revisions }: HeldDocument, day: PlainDate) =>
  revisions.find(
    ({ effectiveOn, obsoleteOn }) =>
      effectiveOn && fromDatabase(effectiveOn) <= day && (!obsoleteOn || day < fromDatabase(obsoleteOn)),
  );

function dayProblem(form: ReviewForm, since: PlainDate, day: PlainDate): Problem | null {
  const { reviewedOn, nextDueOn } = form;
  if (reviewedOn > day) return problem("date-in-future", "reviewedOn", { latest: formatDate(day) });
  if (reviewedOn < since) return problem("date-before", "reviewedOn", { earliest: formatDate(since) });
  if (nextDueOn <= day) return problem("date-before", "nextDueOn", { earliest: formatDate(addDays(day, 1)) });
  return null;
}

/**
 * Records that the document in force was reviewed and kept as it is: no new revision, and the next review by a later day. The head
 * says so; whoever else records it gives the signed paper.
 */
export const keepDocument = command(
  "documents.keep",
  reviewForm,
  async (acting, form) => {
    const { tx, viewer, today } = acting;
    const { documentId, reviewedOn, nextDueOn, conclusion, scan, shown } = form;
    const document = await holdDocument(acting, documentId);
    const { agencyId, code, revisions } = document;
    refuseOther(shown, textsShown(revisions));
    const current = inForce(document, today);
    if (!current?.effectiveOn) refuse("not-in-force");
    refuseIf(dayProblem(form, fromDatabase(current.effectiveOn), today));
    if (!scan && viewer.role !== "head") refuse("file-required", "scan");
    const file = scan && (await storeFile(acting, agencyId, scan, "scan", "scan"));
    await tx.documentReview.create({
      data: {
        ...{ agencyId, documentId, revisionId: current.id, conclusion, attachmentId: file },
        ...{ reviewedOn: toDatabase(reviewedOn), nextDueOn: toDatabase(nextDueOn) },
        ...{ recordedBy: viewer.accountId, recordedName: viewer.name },
      },
      select: { id: true },
    });
    return {
      chain: agencyId,
      action: "document-kept",
      entity: "document",
      entityId: documentId,
      content: { code, reviewedOn, conclusion, reviewDueOn: nextDueOn, file },
    };
  },
  { once: "document-review", beside: filesBeside("scan", "scan") },
);
