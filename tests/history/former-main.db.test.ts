import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";

import { applyMigration, makeTable } from "@/scripts/launch/migration.mjs";
import { bringToHead, migrationNamed } from "@/scripts/launch/schema.mjs";
import { recomputeHistory } from "@/scripts/history/recompute";
import { cloneDatabase, type TestDatabase } from "@/tests/support/database/database";

/*
 * A database as the release of 24/11/2026 left it: its demonstration world, and in it every command of that release done once. It is
 * brought to this release as a site would be, and everything in it still holds.
 */

const lastOfThen = "0025_queue_imports";

type World = Readonly<Record<string, string>>;
const world = JSON.parse(
  gunzipSync(readFileSync("tests/history/former-main.json.gz")).toString("utf8"),
) as World;

let former: TestDatabase;

async function inFormer<Value>(work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: former.superUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const storedColumns = `select c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' group by c.table_name`;

/** What each table stores, without what is computed. */
async function columnsIn(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(storedColumns);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/** Every number that the database gives goes on behind those that it has given. */
const goOnCounting = `do $$ declare s record; begin
  for s in select c.relname as name, t.relname as tab, a.attname as col from pg_class c
      join pg_depend d on d.objid = c.oid and d.deptype in ('a', 'i') join pg_class t on t.oid = d.refobjid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid where c.relkind = 'S' loop
    execute format('select setval(%L, coalesce((select max(%I) from %I), 0) + 1, false)', s.name, s.col, s.tab);
  end loop; end $$`;

/** Puts the rows in as they were found: nothing is checked or sealed a second time. */
async function putIn(client: pg.Client): Promise<void> {
  const stored = await columnsIn(client);
  await client.query("set session_replication_role = replica");
  for (const [table, rows] of Object.entries(world)) {
    const columns = (stored.get(table) ?? []).join(", ");
    await client.query(`delete from ${table}`);
    await client.query(
      `insert into ${table} (${columns}) overriding system value
       select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [rows],
    );
  }
  await client.query(goOnCounting);
}

beforeAll(async () => {
  former = await cloneDatabase({ dataDir: inject("database").dataDir, template: "template0" });
  await makeTable(former.ownerUrl);
  for (const name of readdirSync("prisma/migrations").sort())
    if (name <= lastOfThen) await applyMigration(former.ownerUrl, migrationNamed(name));
  await inFormer(putIn);
  // From here on the commands and queries of this file speak to it.
  process.env["DATABASE_URL"] = former.ownerUrl;
}, 60_000);

afterAll(async () => {
  const { disconnect } = await import("@/lib/platform/database");
  await disconnect();
  await former.drop();
});

it("is brought to this release", async () => {
  expect(await bringToHead(former)).toMatch(/^schema migrated, \d+ new$/);
}, 60_000);

/** Rows as text, in no order, of the columns that there were then. */
const inWords = (rows: readonly Record<string, unknown>[], columns: readonly string[]): string[] =>
  rows.map((row) => JSON.stringify(columns.map((column) => row[column]))).sort();

it("keeps every row as it was, word for word", async () => {
  const lost = await inFormer(async (client) => {
    const stored = await columnsIn(client);
    const differing: string[] = [];
    for (const [table, text] of Object.entries(world)) {
      const then = JSON.parse(text) as Record<string, unknown>[];
      const columns = Object.keys(then[0] ?? {}).filter((column) => stored.get(table)?.includes(column));
      const { rows } = await client.query<{ all: Record<string, unknown>[] }>(
        `select coalesce(json_agg(t), '[]') as all from ${table} t`,
      );
      const now = new Set(inWords(rows[0]?.all ?? [], columns));
      const gone = inWords(then, columns).filter((row) => !now.has(row));
      if (gone.length > 0) differing.push(`${table}: ${gone.length} of ${then.length}, ${gone[0]}`);
    }
    return differing;
  });
  expect(lost).toEqual([]);
});

it("has a whole history, and minutes that still are what their fingerprints say", async () => {
  const { verifyHistory } = await import("@/lib/journal/verification/queries");
  const { systemViewer } = await import("@/lib/identity/viewer");
  const { breaks, rowBreaks, files } = await verifyHistory(systemViewer("verify-history"));
  expect({ breaks, rowBreaks, files }).toEqual({ breaks: [], rowBreaks: [], files: [] });
  expect((await recomputeHistory(former.ownerUrl)).broken).toBeNull();
  const minutes = await inFormer((client) =>
    // One set of minutes was only created there, for another to amend.
    client.query<{ content: string; fingerprint: string }>(
      "select content, fingerprint from visit_minutes where fingerprint <> repeat('0', 64)",
    ),
  );
  expect(minutes.rows.length).toBeGreaterThan(1);
  for (const { content, fingerprint } of minutes.rows)
    expect(createHash("sha256").update(content, "utf8").digest("hex")).toBe(fingerprint);
});

it("has its standings written anew by the rules of this release, once", async () => {
  const { askForStandings, writeStandings } = await import("@/lib/adoption/standing/commands");
  const { systemViewer } = await import("@/lib/identity/viewer");
  const viewer = systemViewer("write-standings");
  await askForStandings(viewer);
  await askForStandings(viewer);
  const all = "select count(*)::int as n from job where name = 'write-standings' and finished_at is null";
  expect((await inFormer((client) => client.query<{ n: number }>(all))).rows).toEqual([{ n: 1 }]);
  const standings = "select to_jsonb(s) as row from agency_standing s order by agency_id, valid_from";
  await inFormer((client) => client.query("update agency_standing set bucket = 'declared', due_on = null"));
  await writeStandings(viewer);
  const declared = await inFormer((client) =>
    client.query<{ n: number }>(
      `select count(*)::int as n from agency_standing where valid_from <= '2017-06-01' and valid_to > '2017-06-01'
       and bucket = 'declared' and obligation::text like 'mandatory%'`,
    ),
  );
  expect(declared.rows).toEqual([{ n: 36 }]);
  const once = (await inFormer((client) => client.query(standings))).rows;
  await writeStandings(viewer);
  expect((await inFormer((client) => client.query(standings))).rows).toEqual(once);
});
