import { lapsedOn, stillHolds } from "@/lib/adoption/chain/rules";
import { delayProblem } from "@/lib/adoption/delays/rules";
import { delayForm } from "@/lib/adoption/delays/schema";
import { bucketOf, stageOn } from "@/lib/adoption/rules";
import { loadMilestones } from "@/lib/adoption/standing/queries";
import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { changes } from "@/lib/journal/rules";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { refuse, refuseIf } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";

/** The cause that stands since the system last lapsed, which nobody else replaces until the transaction ends. */
async function standingCause(tx: Tx, agencyId: string, lapse: PlainDate | null) {
  await lock(tx, "delay", agencyId);
  const cause = await tx.delayCause.findFirst({
    where: { agencyId, endedOn: null },
    orderBy: { statedOn: "desc" },
    select: { reason: true, note: true, statedOn: true },
  });
  const statedOn = cause && fromDatabase(cause.statedOn);
  return statedOn && stillHolds(statedOn, lapse) ? { ...cause, statedOn } : null;
}

/** An agency states why it is late; what it said before ends on that day. */
export const stateDelay = command(
  "adoption.record",
  delayForm,
  async ({ tx, today }, { agencyId, reason, note, statedOn }) => {
    const milestones = (await loadMilestones(tx, [agencyId])).get(agencyId) ?? [];
    const lapse = lapsedOn(milestones, today);
    const former = await standingCause(tx, agencyId, lapse);
    const bucket = bucketOf(stageOn(milestones, today));
    refuseIf(delayProblem(bucket, statedOn, former?.statedOn ?? lapse, today));
    const content = former ? changes(former, { reason, note, statedOn }) : { reason, note, statedOn };
    if (Object.keys(content).length === 0) refuse("no-change");
    await tx.delayCause.updateMany({
      where: { agencyId, endedOn: null },
      data: { endedOn: toDatabase(statedOn) },
    });
    await tx.delayCause.create({
      data: { agencyId, reason, note, statedOn: toDatabase(statedOn) },
      select: { id: true },
    });
    return { chain: agencyId, action: "delay-stated", entity: "agency", entityId: agencyId, content };
  },
);
