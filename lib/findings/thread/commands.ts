import { storeFile } from "@/lib/files/commands";
import type { MessageForm } from "@/lib/findings/thread/schema";
import { holdFinding } from "@/lib/findings/turns/commands";
import { may, mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { record } from "@/lib/journal/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import type { Receipt } from "@/lib/journal/types";
import { toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** A question or a reply on a finding, from the agency or from an inspector, in the order in which they come. */
export async function writeMessage(viewer: Viewer, form: MessageForm): Promise<Result<Receipt>> {
  if (!may(viewer, "findings.discuss")) return refused(problem("not-an-id"));
  const day = await today();
  return changeOnce(viewer, "message", form, async (tx) => {
    const finding = await holdFinding(tx, form.findingId);
    if (!finding || !mayFor(viewer, "findings.discuss", finding.agencyId))
      return refused(problem("not-an-id"));
    if (finding.closed && form.purpose === "question") return refused(problem("finding-closed", "purpose"));
    const { agencyId } = finding;
    const last = await tx.findingMessage.findFirst({
      where: { findingId: form.findingId },
      orderBy: { number: "desc" },
      select: { number: true },
    });
    const stored = form.attachment
      ? await storeFile(tx, viewer, agencyId, form.attachment, "attachment")
      : done(null);
    if (!stored.ok) return stored;
    const { findingId, text, purpose } = form;
    await tx.findingMessage.create({
      data: {
        findingId,
        agencyId,
        number: (last?.number ?? 0) + 1,
        side: viewer.agencyId === agencyId ? "agency" : "lead",
        asks: purpose === "question",
        text,
        attachmentId: stored.value,
        authorName: viewer.name,
        writtenOn: toDatabase(day),
        writtenBy: viewer.accountId,
      },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "finding-discussed",
        entity: "finding",
        entityId: findingId,
        content: { purpose, text, file: stored.value },
      }),
    );
  });
}
