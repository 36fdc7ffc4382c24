import type { Tx } from "@/lib/identity/database";
import type { Entity } from "@/lib/journal/types";
import { formatInstant } from "@/lib/kernel/format";
import { problem } from "@/lib/kernel/problem";
import { refused, type Refusal } from "@/lib/kernel/result";

/** Who changed a record last, and when. */
export async function lastChange(
  tx: Tx,
  entity: Entity,
  entityId: string,
): Promise<{ name: string; at: string }> {
  const last = await tx.journalEntry.findFirst({
    where: { entity, entityId },
    orderBy: { id: "desc" },
    select: { actorName: true, at: true },
  });
  return { name: last?.actorName ?? "–", at: last ? formatInstant(last.at) : "–" };
}

/**
 * The refusal of whoever decides on something that has changed since it was read: it is read anew first. There is no text of
 * their own to compare, so nothing is handed back with which a second press would go through.
 */
export const changedSinceRead = async (tx: Tx, entity: Entity, entityId: string): Promise<Refusal> =>
  refused(problem("read-changed", undefined, await lastChange(tx, entity, entityId)));
