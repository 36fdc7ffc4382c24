import { filesBeside } from "@/lib/files/bytes";
import { storeFile } from "@/lib/files/commands";
import { messageForm } from "@/lib/findings/thread/schema";
import { holdFinding, told } from "@/lib/findings/turns/commands";
import { command } from "@/lib/journal/commands";
import { toDatabase } from "@/lib/kernel/plain-date";
import { refuse } from "@/lib/kernel/result";

/** A question or a reply on a finding, from the agency or from an inspector, in the order in which they come. */
export const writeMessage = command(
  "findings.discuss",
  messageForm,
  async (acting, { findingId, purpose, text, attachment }) => {
    const { tx, viewer, today } = acting;
    const finding = await holdFinding(acting, findingId);
    if (finding.closed && purpose === "question") refuse("finding-closed", "purpose");
    const { agencyId } = finding;
    const last = await tx.findingMessage.findFirst({
      where: { findingId },
      orderBy: { number: "desc" },
      select: { number: true },
    });
    const file = attachment && (await storeFile(acting, agencyId, attachment, "attachment", "evidence"));
    await tx.findingMessage.create({
      data: {
        ...{ findingId, agencyId, text, attachmentId: file },
        number: (last?.number ?? 0) + 1,
        side: viewer.agencyId === agencyId ? "agency" : "lead",
        asks: purpose === "question",
        authorName: viewer.name,
        writtenOn: toDatabase(today),
        writtenBy: viewer.accountId,
      },
      select: { id: true },
    });
    return told(finding, "finding-discussed", { purpose, text, file });
  },
  { once: "message", beside: filesBeside("attachment", "evidence") },
);
