import { storeFile } from "@/lib/files/commands";
import type { ClosureForm } from "@/lib/findings/schema";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { fromDatabase, toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** Closes a finding once its correction has been verified: a row with a person, a day, a note and, where there is one, a file. */
export async function closeFinding(
  viewer: Viewer,
  { findingId, closedOn, note, evidence }: ClosureForm,
): Promise<Result<Receipt>> {
  if (!may(viewer, "findings.close")) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    const finding = await tx.finding.findUnique({
      where: { id: findingId },
      include: { closure: { select: { findingId: true } } },
    });
    if (!finding) return refused(problem("not-an-id"));
    if (finding.closure) return refused(problem("already-done"));
    if (closedOn > day) return refused(problem("date-in-future", "closedOn", { latest: formatDate(day) }));
    const raisedOn = fromDatabase(finding.raisedOn);
    if (closedOn < raisedOn)
      return refused(problem("date-before", "closedOn", { earliest: formatDate(raisedOn) }));
    const stored = evidence
      ? await storeFile(tx, viewer, finding.agencyId, evidence, "evidence")
      : done(null);
    if (!stored.ok) return stored;
    await tx.findingClosure.create({
      data: {
        findingId,
        agencyId: finding.agencyId,
        closedOn: toDatabase(closedOn),
        closedBy: viewer.accountId,
        note,
        attachmentId: stored.value,
      },
      select: { findingId: true },
    });
    return done(
      await record(tx, viewer, {
        chain: finding.agencyId,
        action: "finding-closed",
        entity: "finding",
        entityId: findingId,
        content: { closedOn, note, file: stored.value },
      }),
    );
  });
}
