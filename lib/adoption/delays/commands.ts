import { delayProblem } from "@/lib/adoption/delays/rules";
import type { DelayForm } from "@/lib/adoption/delays/schema";
import { bucketOf, stageOn } from "@/lib/adoption/rules";
import { loadMilestones } from "@/lib/adoption/standing/queries";
import type { Bucket } from "@/lib/adoption/types";
import type { Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import { changes } from "@/lib/journal/rules";
import type { Receipt } from "@/lib/journal/types";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

const bucketNow = async (tx: Tx, agencyId: string, day: PlainDate): Promise<Bucket> =>
  bucketOf(stageOn((await loadMilestones(tx, [agencyId])).get(agencyId) ?? [], day));

/** The cause that stands, which nobody else replaces until the transaction ends. */
async function standingCause(tx: Tx, agencyId: string) {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${agencyId}, 2))::text as locked`;
  const cause = await tx.delayCause.findFirst({
    where: { agencyId, endedOn: null },
    orderBy: { statedOn: "desc" },
    select: { reason: true, note: true, statedOn: true },
  });
  return cause && { ...cause, statedOn: fromDatabase(cause.statedOn) };
}

/** An agency states why it is late; what it said before ends on that day. */
export async function stateDelay(viewer: Viewer, form: DelayForm): Promise<Result<Receipt>> {
  const { agencyId, reason, note, statedOn } = form;
  if (!mayFor(viewer, "adoption.record", agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    const former = await standingCause(tx, agencyId);
    const bucket = await bucketNow(tx, agencyId, day);
    const fault = delayProblem(bucket, statedOn, former?.statedOn ?? null, day);
    if (fault) return refused(fault);
    const what = former ? changes(former, { reason, note, statedOn }) : { reason, note, statedOn };
    if (Object.keys(what).length === 0) return refused(problem("no-change"));
    await tx.delayCause.updateMany({
      where: { agencyId, endedOn: null },
      data: { endedOn: toDatabase(statedOn) },
    });
    await tx.delayCause.create({
      data: { agencyId, reason, note, statedOn: toDatabase(statedOn) },
      select: { id: true },
    });
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "delay-stated",
        entity: "agency",
        entityId: agencyId,
        content: what,
      }),
    );
  });
}
