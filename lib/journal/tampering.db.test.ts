import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { systemViewer } from "@/lib/identity/viewer";
import { verifyHistory } from "@/lib/journal/verification/queries";
import { testDatabase } from "@/tests/support/database/database";
import { numbers } from "@/tests/support/database/numbers";

const superuser = new pg.Client({ connectionString: testDatabase().superUrl });

beforeAll(async () => {
  await superuser.connect();
  await superuser.query("set session_replication_role = replica");
});
afterAll(() => superuser.end());

type Entry = { id: string; chain_id: string; seq: string };
type Forgery = { statement: (entry: Entry) => string; possible: (entry: Entry, last: boolean) => boolean };

const columns = ["actor_name", "actor_role", "action", "entity", "entity_id", "content"];
const always = (): boolean => true;

const forgeries: Forgery[] = [
  ...columns.map((column) => ({
    statement: ({ id }: Entry) => `update journal_entry set ${column} = ${column} || '.' where id = ${id}`,
    possible: always,
  })),
  {
    statement: ({ id }) => `update journal_entry set at = at + interval '1 microsecond' where id = ${id}`,
    possible: always,
  },
  {
    statement: ({ id }) => `update journal_entry set actor_id = gen_random_uuid() where id = ${id}`,
    possible: always,
  },
  {
    statement: ({ id }) => `update journal_entry set id = 900000 + id where id = ${id}`,
    possible: always,
  },
  { statement: ({ id }) => `update journal_entry set seal = 3 - seal where id = ${id}`, possible: always },
  { statement: ({ id }) => `delete from journal_entry where id = ${id}`, possible: always },
  {
    statement: ({ chain_id, seq }) =>
      `delete from journal_entry where chain_id = '${chain_id}' and seq >= ${seq}`,
    possible: always,
  },
  {
    statement: ({ chain_id, seq }) => `with pair as (select id, content from journal_entry
        where chain_id = '${chain_id}' and seq in (${seq}, ${seq} + 1))
      update journal_entry e set content = p.content || ' ' from pair p
      where e.id in (select id from pair) and p.id <> e.id`,
    possible: (_entry, last) => !last,
  },
  {
    statement: ({
      id,
      chain_id,
    }) => `insert into journal_entry (chain_id, seq, at, actor_name, actor_role, action, entity,
        entity_id, content, prev_hash, hash)
      select chain_id, (select max(seq) + 1 from journal_entry where chain_id = '${chain_id}'), now(), actor_name, actor_role,
        action, entity, entity_id, content, hash, sha256(hash) from journal_entry where id = ${id}`,
    possible: always,
  },
];

const loadEntries = async (): Promise<Entry[]> =>
  (await superuser.query<Entry>("select id, chain_id, seq from journal_entry order by id")).rows;

/** What the check says of the chain while the forgery stands; then everything is as before. */
async function breaksAfter(statement: string, chain: string): Promise<{ chain_id: string; seq: string }[]> {
  await superuser.query("begin");
  try {
    await superuser.query(statement);
    const { rows } = await superuser.query<{ chain_id: string; seq: string }>(
      "select chain_id, seq from journal_breaks($1)",
      [chain],
    );
    return rows;
  } finally {
    await superuser.query("rollback");
  }
}

describe("the sealed history", () => {
  test("is whole as created: no false alarm", async () => {
    process.env.DATABASE_URL = testDatabase().ownerUrl;
    const { disconnect } = await import("@/lib/platform/database");
    await disconnect();
    const { breaks, chains, entries, ...rest } = await verifyHistory(systemViewer("verify-history"));
    await disconnect();
    process.env.DATABASE_URL = testDatabase().appUrl;
    expect(breaks).toEqual([]);
    expect(chains).toBeGreaterThan(40);
    expect(entries).toBeGreaterThan(500);
    expect(rest).toMatchObject({ records: { unsealed: 0 }, rowBreaks: [], files: [] });
  });

  test(
    "names the chain of each of a thousand forgeries, no later than the next entry",
    { timeout: 120_000 },
    async () => {
      const entries = await loadEntries();
      const random = numbers(20_171_231);
      const draw = <Item>(items: readonly Item[]): Item => {
        const item = items[Math.floor(random() * items.length)];
        if (item === undefined) throw new Error("nothing to draw from");
        return item;
      };
      const lastOf = new Map(entries.map((entry) => [entry.chain_id, entry.id]));
      const missed: string[] = [];
      for (let n = 0; n < 1000; n += 1) {
        const entry = draw(entries);
        const last = lastOf.get(entry.chain_id) === entry.id;
        const { statement } = draw(forgeries.filter((each) => each.possible(entry, last)));
        const sql = statement(entry);
        const [found] = await breaksAfter(sql, entry.chain_id);
        if (found?.chain_id !== entry.chain_id) missed.push(sql);
      }
      expect(missed).toEqual([]);
    },
  );

  test("leaves no other chain under suspicion", async () => {
    const entries = await loadEntries();
    const entry = entries[Math.floor(entries.length / 2)];
    await superuser.query("begin");
    await superuser.query("update journal_entry set content = '{}' where id = $1", [entry?.id]);
    const { rows } = await superuser.query<{ chain_id: string; seq: string }>(
      "select chain_id, seq from journal_breaks()",
    );
    await superuser.query("rollback");
    expect(rows).toEqual([{ chain_id: entry?.chain_id, seq: entry?.seq }]);
  });
});
