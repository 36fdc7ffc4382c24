import { hasOwnForm, milestoneProblem } from "@/lib/adoption/rules";
import type { MilestoneForm } from "@/lib/adoption/schema";
import { addMilestone, lockMilestones, systemOf } from "@/lib/adoption/standing/commands";
import { storeFile } from "@/lib/files/commands";
import type { Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { record } from "@/lib/journal/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import type { Receipt } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** The signed paper itself, where it is given. */
const storeScan = async (
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  scan: File | null,
): Promise<Result<string | null>> => (scan ? storeFile(tx, viewer, agencyId, scan, "scan") : done(null));

/** Records a step of an agency's own chain; declaring and ending have forms of their own. */
export async function recordMilestone(viewer: Viewer, form: MilestoneForm): Promise<Result<Receipt>> {
  if (!mayFor(viewer, "adoption.record", form.agencyId)) return refused(problem("not-an-id"));
  if (hasOwnForm(form.kind)) return refused(problem("not-a-choice", "kind"));
  const day = await today();
  return changeOnce(viewer, "milestone", form, async (tx) => {
    const { agencyId, kind, occurredOn, editionId, evidence, scan } = form;
    const fault = milestoneProblem(await lockMilestones(tx, agencyId), { kind, occurredOn }, day);
    if (fault) return refused(fault);
    const stored = await storeScan(tx, viewer, agencyId, scan);
    if (!stored.ok) return stored;
    const attachmentId = stored.value;
    const systemId = await systemOf(tx, agencyId, occurredOn);
    await addMilestone(tx, {
      ...{ agencyId, systemId, kind, occurredOn, editionId, evidence, attachmentId },
      recordedBy: viewer.accountId,
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "milestone-recorded",
        entity: "agency",
        entityId: agencyId,
        content: { kind, occurredOn, editionId, evidence, file: attachmentId },
      }),
    );
  });
}
