import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { fingerprintOf, receiptNumber } from "@/lib/journal/rules";
import type { Entity, HistoryEntry, Value } from "@/lib/journal/types";

const shown = {
  id: true,
  at: true,
  actorName: true,
  actorRole: true,
  action: true,
  entity: true,
  entityId: true,
  content: true,
  hash: true,
} as const;

type Row = {
  id: bigint;
  at: Date;
  actorName: string;
  actorRole: string;
  action: string;
  entity: string;
  entityId: string;
  content: string;
  hash: Uint8Array;
};

const entryOf = (row: Row): HistoryEntry => ({
  number: receiptNumber(row.id),
  at: row.at,
  actorName: row.actorName,
  actorRole: row.actorRole,
  action: row.action,
  entity: row.entity,
  entityId: row.entityId,
  content: JSON.parse(row.content) as Record<string, Value>,
  fingerprint: fingerprintOf(row.hash),
});

/** The history of one record, newest first, as far as this viewer may read it (row security decides by chain). */
export async function listHistory(viewer: Viewer, entity: Entity, entityId: string): Promise<HistoryEntry[]> {
  if (!may(viewer, "history.read")) return [];
  const rows = await asViewer(viewer, (tx) =>
    tx.journalEntry.findMany({
      where: { entity, entityId },
      orderBy: { id: "desc" },
      take: 200,
      select: shown,
    }),
  );
  return rows.map(entryOf);
}

/** The entry a receipt number stands for, if it is the viewer's own act. */
export async function findReceipt(viewer: Viewer, number: string): Promise<HistoryEntry | null> {
  if (!/^\d{1,18}$/.test(number) || viewer.accountId === null) return null;
  const row = await asViewer(viewer, (tx) =>
    tx.journalEntry.findFirst({ where: { id: BigInt(number), actorId: viewer.accountId }, select: shown }),
  );
  return row ? entryOf(row) : null;
}
