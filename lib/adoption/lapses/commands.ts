import { consequencesOfLapse } from "@/lib/adoption/consequences/queries";
import { lapseForm } from "@/lib/adoption/lapses/schema";
import { milestoneProblem } from "@/lib/adoption/rules";
import { addMilestone, lockMilestones } from "@/lib/adoption/standing/commands";
import { command } from "@/lib/journal/commands";
import { toDatabase } from "@/lib/kernel/plain-date";
import { refuse, refuseIf } from "@/lib/kernel/result";
import { refuseOther, shownAs } from "@/lib/kernel/shown";

/** Records that the declared system of an agency no longer holds: it leaves those declared, and its own clock begins. */
export const recordLapse = command(
  "adoption.lapse",
  lapseForm,
  async ({ tx, viewer, today }, { agencyId, lapsedOn, evidence, shown }) => {
    const milestones = await lockMilestones(tx, agencyId);
    refuseOther(shown, shownAs(await consequencesOfLapse(tx, agencyId, today)));
    const fault = milestoneProblem(milestones, { kind: "lapsed", occurredOn: lapsedOn }, today);
    if (fault?.code === "milestone-order") refuse("not-declared");
    refuseIf(fault && { ...fault, field: "lapsedOn" });
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
    if (!declared) refuse("not-declared");
    await addMilestone(tx, {
      ...{ agencyId, ...declared, kind: "lapsed", occurredOn: lapsedOn, evidence },
      recordedBy: viewer.accountId,
    });
    return {
      chain: agencyId,
      action: "system-lapsed",
      entity: "agency",
      entityId: agencyId,
      content: { lapsedOn, evidence },
    };
  },
);
