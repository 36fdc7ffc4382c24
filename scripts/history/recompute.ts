import { createHash } from "node:crypto";

import postgres from "postgres";

type Row = {
  id: string;
  seal: number;
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
  records: string | null;
  prev_hash: Buffer;
  hash: Buffer;
};

/**
 * What an entry's seal is taken over; the same text as journal_hash() in the database. The first seal left the number out, the first
 * two the records.
 */
const sealedText = (row: Row): string =>
  [
    ...(row.seal === 1 ? ["ne-nep-journal-v1"] : [`ne-nep-journal-v${row.seal}`, row.id]),
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
    ...(row.seal >= 3 ? [row.records ?? ""] : []),
  ].join("\u001f");

const sealOf = (row: Row): Buffer =>
  createHash("sha256").update(row.prev_hash).update(sealedText(row)).digest();

type Broken = { chain: string; seq: string; reason: string };
export type Recomputed = { entries: number; broken: Broken | null };

type Link = { chain: string; seq: bigint; hash: Buffer; seal: number };

const beginning = (chain: string): Link => ({ chain, seq: 0n, hash: Buffer.alloc(0), seal: 1 });

/** What does not fit between an entry and the one before it in its chain. */
function faultOf(row: Row, before: Link): string | null {
  if (BigInt(row.seq) !== before.seq + 1n) return "missing";
  if (!row.prev_hash.equals(before.hash)) return "not linked";
  return sealOf(row).equals(row.hash) && row.seal >= before.seal ? null : "altered";
}

const broken = (chain: string, seq: bigint | string, reason: string): Broken => ({
  chain,
  seq: String(seq),
  reason,
});

type Heads = Map<string, { seq: string; hash: Buffer }>;

/** Where a chain ends, its head says the same; each head is looked at once. */
function faultOfEnd({ chain, seq, hash }: Link, heads: Heads): Broken | null {
  const head = heads.get(chain);
  heads.delete(chain);
  if (!head) return broken(chain, seq, "head missing");
  const same = BigInt(head.seq) === seq && head.hash.equals(hash);
  return same ? null : broken(chain, head.seq, "end of chain missing");
}

const rowsAtOnce = 1000;

/**
 * Walks every chain outside the database, row by row through a cursor: each seal is recomputed, each entry follows from the one
 * before it without a gap, and each chain ends where its head says. Somebody who changed the database's own check as well as a row
 * would still be found. Stops at the first entry that does not fit.
 */
export async function recomputeHistory(url: string): Promise<Recomputed> {
  const sql = postgres(url, { max: 1 });
  try {
    return await sql.begin("isolation level repeatable read read only", async (tx) => {
      await tx`select set_config('app.role', 'system', true)`;
      const heads: Heads = new Map();
      for (const { chain_id, ...head } of await tx<{ chain_id: string; seq: string; hash: Buffer }[]>`
        select chain_id, seq::text, hash from chain_head`)
        heads.set(chain_id, head);
      const cursor = tx<Row[]>`
        select id::text, seal, chain_id, seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id,
          actor_name, actor_role, action, entity, entity_id, content, records, prev_hash, hash
        from journal_entry e order by e.chain_id, e.seq`.cursor(rowsAtOnce);
      let entries = 0;
      let link: Link | null = null;
      for await (const rows of cursor)
        for (const row of rows) {
          if (link && link.chain !== row.chain_id) {
            const end = faultOfEnd(link, heads);
            if (end) return { entries, broken: end };
            link = null;
          }
          const reason = faultOf(row, link ?? beginning(row.chain_id));
          if (reason) return { entries, broken: broken(row.chain_id, row.seq, reason) };
          link = { chain: row.chain_id, seq: BigInt(row.seq), hash: row.hash, seal: row.seal };
          entries += 1;
        }
      const end = link && faultOfEnd(link, heads);
      const [chain] = heads.keys();
      return {
        entries,
        broken: end ?? (chain === undefined ? null : broken(chain, 0n, "end of chain missing")),
      };
    });
  } finally {
    await sql.end();
  }
}
