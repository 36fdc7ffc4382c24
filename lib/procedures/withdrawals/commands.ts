import { storeFile } from "@/lib/files/commands";
import type { Viewer } from "@/lib/identity/types";
import { record } from "@/lib/journal/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import type { Receipt } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { fromDatabase, toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";
import { holdDocument } from "@/lib/procedures/held/commands";
import type { WithdrawalForm } from "@/lib/procedures/schema";

/**
 * Takes a document that was approved out of use from a day on; its texts stay readable. The head says so; whoever else records it gives
 * the signed paper. What was never approved is a draft, and is discarded.
 */
export async function withdrawDocument(viewer: Viewer, form: WithdrawalForm): Promise<Result<Receipt>> {
  const { documentId, withdrawnOn, reason, scan } = form;
  const day = await today();
  if (withdrawnOn > day)
    return refused(problem("date-in-future", "withdrawnOn", { latest: formatDate(day) }));
  return changeOnce(viewer, "document-withdrawal", form, async (tx) => {
    const document = await holdDocument(tx, viewer, "documents.withdraw", documentId);
    if (!document) return refused(problem("not-an-id"));
    const effective = document.latest?.effectiveOn;
    if (!effective) return refused(problem("never-approved"));
    if (withdrawnOn < fromDatabase(effective))
      return refused(
        problem("date-before", "withdrawnOn", { earliest: formatDate(fromDatabase(effective)) }),
      );
    if (!scan && viewer.role !== "head") return refused(problem("file-required", "scan"));
    const file = scan ? await storeFile(tx, viewer, document.agencyId, scan, "scan") : done(null);
    if (!file.ok) return file;
    await tx.documentWithdrawal.create({
      data: {
        ...{ agencyId: document.agencyId, documentId, withdrawnOn: toDatabase(withdrawnOn), reason },
        ...{ attachmentId: file.value, recordedBy: viewer.accountId, recordedName: viewer.name },
      },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: document.agencyId,
        action: "document-withdrawn",
        entity: "document",
        entityId: documentId,
        content: { code: document.code, withdrawnOn, reason, file: file.value },
      }),
    );
  });
}
