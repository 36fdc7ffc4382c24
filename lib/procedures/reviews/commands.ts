import { storeFile } from "@/lib/files/commands";
import { record } from "@/lib/journal/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import type { Receipt } from "@/lib/journal/types";
import type { Viewer } from "@/lib/identity/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";
import { holdDocument, type HeldDocument } from "@/lib/procedures/held/commands";
import type { ReviewForm } from "@/lib/procedures/schema";

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
export async function keepDocument(viewer: Viewer, form: ReviewForm): Promise<Result<Receipt>> {
  const { documentId, reviewedOn, nextDueOn, conclusion, scan } = form;
  const day = await today();
  return changeOnce(viewer, "document-review", form, async (tx) => {
    const document = await holdDocument(tx, viewer, "documents.keep", documentId);
    if (!document) return refused(problem("not-an-id"));
    const current = inForce(document, day);
    if (!current?.effectiveOn) return refused(problem("not-in-force"));
    const fault = dayProblem(form, fromDatabase(current.effectiveOn), day);
    if (fault) return refused(fault);
    if (!scan && viewer.role !== "head") return refused(problem("file-required", "scan"));
    const file = scan ? await storeFile(tx, viewer, document.agencyId, scan, "scan") : done(null);
    if (!file.ok) return file;
    await tx.documentReview.create({
      data: {
        ...{ agencyId: document.agencyId, documentId, revisionId: current.id },
        ...{ reviewedOn: toDatabase(reviewedOn), nextDueOn: toDatabase(nextDueOn), conclusion },
        ...{ attachmentId: file.value, recordedBy: viewer.accountId, recordedName: viewer.name },
      },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: document.agencyId,
        action: "document-kept",
        entity: "document",
        entityId: documentId,
        content: { code: document.code, reviewedOn, conclusion, reviewDueOn: nextDueOn, file: file.value },
      }),
    );
  });
}
