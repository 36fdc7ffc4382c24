import { command } from "@/lib/journal/commands";
import { toDatabase } from "@/lib/kernel/plain-date";
import { refuse } from "@/lib/kernel/result";
import { holdDocument } from "@/lib/procedures/held/commands";
import { judgementForm } from "@/lib/updates/schema";

/** Records that a change of law asks nothing of a document, and why. It can be cancelled like every entry. */
export const judgeUnaffected = command(
  "updates.judge",
  judgementForm,
  async (acting, { documentId, changeId, reason }) => {
    const { tx, viewer, today } = acting;
    const { agencyId, code } = await holdDocument(acting, documentId);
    const task = await tx.updateTask.findFirst({
      where: {
        documentId,
        changeId,
        change: { undoneAt: null },
        judgements: { none: { cancellationId: null } },
      },
      select: { change: { select: { legalDocument: { select: { number: true } } } } },
    });
    if (!task) refuse("no-such-update");
    await tx.updateJudgement.create({
      data: {
        ...{ agencyId, documentId, changeId, reason, judgedOn: toDatabase(today) },
        ...{ recordedBy: viewer.accountId, recordedName: viewer.name },
      },
      select: { id: true },
    });
    return {
      chain: agencyId,
      action: "update-judged",
      entity: "document",
      entityId: documentId,
      content: { code, law: task.change.legalDocument.number, reason, judgedOn: today },
    };
  },
);
