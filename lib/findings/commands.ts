import { storeFile } from "@/lib/files/commands";
import { closureProblem } from "@/lib/findings/rules";
import type { ClosureForm } from "@/lib/findings/schema";
import { takeTurn } from "@/lib/findings/turns/commands";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** Closes a finding once its correction has been verified: a row with a person, a day, a note and, where there is one, a file. */
export async function closeFinding(viewer: Viewer, form: ClosureForm): Promise<Result<Receipt>> {
  if (!may(viewer, "findings.close")) return refused(problem("not-an-id"));
  const { closedOn, note, evidence } = form;
  const day = await today();
  return change(viewer, async (tx) => {
    const turn = await takeTurn(tx, viewer, "verify", form, day);
    if (!turn.ok) return turn;
    const wrong = closureProblem(closedOn, turn.value, day);
    if (wrong) return refused(wrong);
    const { findingId, agencyId, correctedVisit } = turn.value;
    const stored = evidence ? await storeFile(tx, viewer, agencyId, evidence, "evidence") : done(null);
    if (!stored.ok) return stored;
    await tx.findingClosure.create({
      data: {
        findingId,
        agencyId,
        closedOn: toDatabase(closedOn),
        closedBy: viewer.accountId,
        note,
        attachmentId: stored.value,
        basisVisitId: correctedVisit,
      },
      select: { findingId: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "finding-closed",
        entity: "finding",
        entityId: findingId,
        content: { closedOn, note, file: stored.value, ...(correctedVisit && { visit: correctedVisit }) },
      }),
    );
  });
}
