import { delayProblem } from "@/lib/adoption/delays/rules";
import { delayForm } from "@/lib/adoption/delays/schema";
import { bucketOf, stageOn } from "@/lib/adoption/rules";
import { loadMilestones } from "@/lib/adoption/standing/queries";
import type { Bucket } from "@/lib/adoption/types";
import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { changes } from "@/lib/journal/rules";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { refuse, refuseIf } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";

const bucketNow = async (tx: Tx, agencyId: string, day: PlainDate): Promise<Bucket> =>
  bucketOf(stageOn((await loadMilestones(tx, [agencyId])).get(agencyId) ?? [], day));

/** The cause that stands, which nobody else replaces until the transaction ends. */
async function standingCause(tx: Tx, agencyId: string) {
  await lock(tx, "delay", agencyId);
  const cause = await tx.delayCause.findFirst({
    where: { agencyId, endedOn: null },
    orderBy: { statedOn: "desc" },
    select: { reason: true, note: true, statedOn: true },
  });
  return cause && { ...cause, statedOn: fromDatabase(cause.statedOn) };
}

/** An agency states why it is late; what it said before ends on that day. */
export const stateDelay = command(
  "adoption.record",
  delayForm,
  async ({ tx, today }, { agencyId, reason, note, statedOn }) => {
    const former = await standingCause(tx, agencyId);
    const bucket = await bucketNow(tx, agencyId, today);
    refuseIf(delayProblem(bucket, statedOn, former?.statedOn ?? null, today));
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
