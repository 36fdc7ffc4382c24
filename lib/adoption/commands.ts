import { hasOwnForm, milestoneProblem } from "@/lib/adoption/rules";
import { milestoneForm } from "@/lib/adoption/schema";
import { addMilestone, lockMilestones, systemOf } from "@/lib/adoption/standing/commands";
import { filesBeside } from "@/lib/files/bytes";
import { storeFile } from "@/lib/files/commands";
import { command } from "@/lib/journal/commands";
import { refuse, refuseIf } from "@/lib/kernel/result";

/** Records a step of an agency's own chain; declaring and ending have forms of their own. */
export const recordMilestone = command(
  "adoption.record",
  milestoneForm,
  async (acting, { agencyId, kind, occurredOn, editionId, evidence, scan }) => {
    const { tx, viewer, today } = acting;
    if (hasOwnForm(kind)) refuse("not-a-choice", "kind");
    refuseIf(milestoneProblem(await lockMilestones(tx, agencyId), { kind, occurredOn }, today));
    const file = scan && (await storeFile(acting, agencyId, scan, "scan", "scan"));
    const systemId = await systemOf(tx, agencyId, occurredOn);
    await addMilestone(tx, {
      ...{ agencyId, systemId, kind, occurredOn, editionId, evidence, attachmentId: file },
      recordedBy: viewer.accountId,
    });
    return {
      chain: agencyId,
      action: "milestone-recorded",
      entity: "agency",
      entityId: agencyId,
      content: { kind, occurredOn, editionId, evidence, file },
    };
  },
  { once: "milestone", beside: filesBeside("scan", "scan") },
);
