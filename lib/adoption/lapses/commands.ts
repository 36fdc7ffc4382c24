import type { LapseForm } from "@/lib/adoption/lapses/schema";
import { milestoneProblem } from "@/lib/adoption/rules";
import { addMilestone, lockMilestones } from "@/lib/adoption/standing/commands";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import type { Receipt } from "@/lib/journal/types";
import { toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** Records that the declared system of an agency no longer holds: it leaves those declared, and its own clock begins. */
export async function recordLapse(viewer: Viewer, form: LapseForm): Promise<Result<Receipt>> {
  const { agencyId, lapsedOn, evidence } = form;
  if (!mayFor(viewer, "adoption.lapse", agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    const milestones = await lockMilestones(tx, agencyId);
    const fault = milestoneProblem(milestones, { kind: "lapsed", occurredOn: lapsedOn }, day);
    if (fault)
      return refused(
        fault.code === "milestone-order" ? problem("not-declared") : { ...fault, field: "lapsedOn" },
      );
    const declared = await tx.milestone.findFirst({
      where: {
        agencyId,
        kind: { in: ["declared", "redeclared"] },
        cancellationId: null,
        occurredOn: { lte: toDatabase(lapsedOn) },
      },
      orderBy: [{ occurredOn: "desc" }, { recordedAt: "desc" }],
      select: { systemId: true, editionId: true },
    });
    if (!declared) return refused(problem("not-declared"));
    await addMilestone(tx, {
      ...{ agencyId, ...declared, kind: "lapsed", occurredOn: lapsedOn, evidence },
      recordedBy: viewer.accountId,
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "system-lapsed",
        entity: "agency",
        entityId: agencyId,
        content: { lapsedOn, evidence },
      }),
    );
  });
}
