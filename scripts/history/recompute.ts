import { createHash } from "node:crypto";

import postgres from "postgres";

type Row = {
  chain_id: string;
  seq: string;
  at: string;
  actor_id: string | null;
  actor_name: string;
  actor_role: string;
  action: string;
  entity: string;
  entity_id: string;
  content: string;
  prev_hash: Buffer;
  hash: Buffer;
};

/** What an entry's seal is taken over; the same text as journal_hash() in the database. */
const sealedText = (row: Row): string =>
  [
    "ne-nep-journal-v1",
    row.chain_id,
    row.seq,
    row.at,
    row.actor_id ?? "",
    row.actor_name,
    row.actor_role,
    row.action,
    row.entity,
    row.entity_id,
    row.content,
  ].join("\u001f");

const sealOf = (row: Row): Buffer =>
  createHash("sha256").update(row.prev_hash).update(sealedText(row)).digest();

export type Recomputed = { entries: number; broken: { chain: string; seq: string } | null };

const rowsAtOnce = 1000;

/**
 * Recomputes every seal outside the database, row by row through a cursor: somebody who changed the database's own check as
 * well as a row would still be found. Stops at the first entry that does not fit.
 */
export async function recomputeHistory(url: string): Promise<Recomputed> {
  const sql = postgres(url, { max: 1 });
  try {
    return await sql.begin(async (tx) => {
      await tx`select set_config('app.role', 'system', true)`;
      const cursor = tx<Row[]>`
        select chain_id, seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id, actor_name,
          actor_role, action, entity, entity_id, content, prev_hash, hash
        from journal_entry order by chain_id, seq`.cursor(rowsAtOnce);
      let entries = 0;
      for await (const rows of cursor) {
        const bad = rows.find((row) => !sealOf(row).equals(row.hash));
        if (bad) return { entries, broken: { chain: bad.chain_id, seq: bad.seq } };
        entries += rows.length;
      }
      return { entries, broken: null };
    });
  } finally {
    await sql.end();
  }
}
