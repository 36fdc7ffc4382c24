import { delivered, keptTooMuch } from "@/lib/visits/delivery/commands";
import type { Delivered, Mark } from "@/lib/visits/delivery/types";
import type { KeptMessage } from "@/lib/fieldwork/kept/schema";
import type { Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, receiptAgain, record } from "@/lib/journal/entries/commands";
import type { Value } from "@/lib/journal/types";
import { provinceChain } from "@/lib/kernel/ids";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";

/**
 * Keeps what the site refused for good, word for word in the history, so that it need not stay on a device for ever. It becomes part
 * of no record; whether the visit has minutes by then comes back with the receipt. Sent twice it has one receipt, other words under its
 * id have their own; nobody else's item can be put away. It stands beside its visit, also of whoever has left the team. Of a visit that
 * was never theirs, or that the site does not know (it may stand on a copy of before), it stands in the history of the province, which names it.
 */
export async function putAway(viewer: Viewer, input: KeptMessage, mark: Mark): Promise<Result<Delivered>> {
  if (!may(viewer, "devices.self")) return refused(problem("not-yours"));
  return change(viewer, async (tx) => {
    await lock(tx, "kept", mark.id);
    const text = JSON.stringify(input.message);
    const before = await entriesOf(tx, mark.id);
    if (before.some(({ actorId }) => actorId !== viewer.accountId)) return refused(problem("not-yours-item"));
    const same = before.find(({ content }) => (JSON.parse(content) as { text?: string }).text === text);
    const stands = await minutesOf(tx, input.visitId);
    if (same) return done(delivered(await receiptAgain(tx, same.id), stands));
    const place = await placeOf(tx, viewer, input.visitId);
    const wait = await keptTooMuch(tx, viewer, place);
    if (wait) return wait;
    const receipt = await record(tx, viewer, {
      ...place,
      action: "item-put-away",
      content: {
        item: mark.id,
        visit: input.visitId,
        to: input.to,
        recordedAt: input.recordedAt.toISOString(),
        ...(typeof mark.clockFast === "number" && { clockFast: mark.clockFast }),
        problem: input.problem,
        ...(input.problems && { problems: input.problems.map(told) }),
        text,
      },
    });
    return done(delivered(receipt, stands));
  });
}

/** As history writes it down: without what was not said. */
const told = ({ code, values }: NonNullable<KeptMessage["problems"]>[number]): Value => ({
  code,
  ...(values && { values }),
});

const entriesOf = (tx: Tx, item: string) =>
  tx.journalEntry.findMany({
    where: { action: "item-put-away", content: { contains: `"item":"${item}"` } },
    select: { id: true, actorId: true, content: true },
  });

/** The version of the minutes that stand of a visit; 0 where none have been received. */
const minutesOf = async (tx: Tx, visitId: string): Promise<number> =>
  (await tx.visitMinutes.aggregate({ where: { visitId }, _max: { version: true } }))._max.version ?? 0;

/** The history of the agency where the viewer is of the team or once was, that of the province otherwise. */
async function placeOf(tx: Tx, viewer: Viewer, visitId: string) {
  const own = { some: { personId: viewer.personId ?? "" } };
  const visit = await tx.visit.findFirst({
    where: { id: visitId, OR: [{ team: own }, { teamOnce: own }] },
    select: { agencyId: true },
  });
  return visit
    ? ({ chain: visit.agencyId, entity: "visit", entityId: visitId } as const)
    : ({ chain: provinceChain, entity: "account", entityId: viewer.accountId ?? "" } as const);
}
