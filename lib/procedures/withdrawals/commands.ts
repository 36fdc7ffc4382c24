import { filesBeside } from "@/lib/files/bytes";
import { storeFile } from "@/lib/files/commands";
import { command } from "@/lib/journal/commands";
import { formatDate } from "@/lib/kernel/format";
import { fromDatabase, toDatabase } from "@/lib/kernel/plain-date";
import { refuse } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";
import { holdDocument } from "@/lib/procedures/held/commands";
import { withdrawingIn } from "@/lib/procedures/queries";
import { withdrawalShown } from "@/lib/procedures/rules";
import { withdrawalForm } from "@/lib/procedures/schema";

/**
 * Takes a document that was approved out of use from a day on; its texts stay readable. The head says so; whoever else records it gives
 * the signed paper. What was never approved is a draft, and is discarded.
 */
export const withdrawDocument = command(
  "documents.withdraw",
  withdrawalForm,
  async (acting, { documentId, withdrawnOn, reason, scan, shown }) => {
    const { tx, viewer, today } = acting;
    if (withdrawnOn > today) refuse("date-in-future", "withdrawnOn", { latest: formatDate(today) });
    const document = await holdDocument(acting, documentId);
    const { agencyId, code, latest, revisions } = document;
    refuseOther(shown, withdrawalShown(revisions, await withdrawingIn(tx, viewer, document, today)));
    if (!latest?.effectiveOn) refuse("never-approved");
    const since = fromDatabase(latest.effectiveOn);
    if (withdrawnOn < since) refuse("date-before", "withdrawnOn", { earliest: formatDate(since) });
    if (!scan && viewer.role !== "head") refuse("file-required", "scan");
    const file = scan && (await storeFile(acting, agencyId, scan, "scan", "scan"));
    await tx.documentWithdrawal.create({
      data: {
        ...{ agencyId, documentId, withdrawnOn: toDatabase(withdrawnOn), reason, attachmentId: file },
        ...{ recordedBy: viewer.accountId, recordedName: viewer.name },
      },
      select: { id: true },
    });
    return {
      chain: agencyId,
      action: "document-withdrawn",
      entity: "document",
      entityId: documentId,
      content: { code, withdrawnOn, reason, file },
    };
  },
  { once: "document-withdrawal", beside: filesBeside("scan", "scan") },
);
