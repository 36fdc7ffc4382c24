import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase } from "@/tests/support/database/database";

const { appUrl, superUrl } = testDatabase();
const app = new pg.Client({ connectionString: appUrl });
const superuser = new pg.Client({ connectionString: superUrl });

type Context = { role: string; account?: string; person?: string; agency?: string };
type Rows = Record<string, unknown>[];

let mine = "";
let other = "";
let tables: string[] = [];
let ofAgency: string[] = [];

beforeAll(async () => {
  await Promise.all([app.connect(), superuser.connect()]);
  const find = async (code: string): Promise<string> =>
    String(
      (await superuser.query<{ id: string }>("select id from agency where code = $1", [code])).rows[0]?.id,
    );
  [mine, other] = [await find("ubnd-duc-pho"), await find("snv")];
  tables = (
    await superuser.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1",
    )
  ).rows.map((row) => row.name);
  ofAgency = (
    await superuser.query<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'agency_id' order by 1",
    )
  ).rows.map((row) => row.name);
});
afterAll(async () => {
  await Promise.all([app.end(), superuser.end()]);
});

/** What a plain statement of the site's role gives to who says to be that. Nothing it does stays. */
async function as(context: Context | null, statement: string, values: unknown[] = []): Promise<Rows> {
  await app.query("begin");
  try {
    if (context)
      await app.query(
        `select set_config('app.role', $1, true), set_config('app.account_id', $2, true),
          set_config('app.person_id', $3, true), set_config('app.agency_id', $4, true)`,
        [context.role, context.account ?? "", context.person ?? "", context.agency ?? ""],
      );
    return (await app.query<Record<string, unknown>>(statement, values)).rows;
  } finally {
    await app.query("rollback");
  }
}

const visible = async (context: Context | null, table: string): Promise<number> =>
  Number((await as(context, `select count(*) as n from ${table}`))[0]?.["n"]);

async function readableTables(context: Context | null): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) if ((await visible(context, table)) > 0) found.push(table);
  return found;
}

const officer = (): Context => ({ role: "officer", agency: mine });

async function foreignRows(): Promise<string[]> {
  const found: string[] = [];
  for (const table of ofAgency) {
    const rows = await as(officer(), `select 1 from ${table} where agency_id <> $1 limit 1`, [mine]);
    if (rows.length > 0) found.push(table);
  }
  return found;
}

describe("row security", () => {
  test("without a viewer there is nothing, except the name of the world", async () => {
    expect(await readableTables(null)).toEqual(["scenario"]);
    expect(await readableTables({ role: "" })).toEqual(["scenario"]);
  });

  test("an officer sees no row of another agency in any table", async () => {
    expect(ofAgency.length).toBeGreaterThan(20);
    expect(await foreignRows()).toEqual([]);
    expect(await visible(officer(), "controlled_document")).toBeGreaterThan(0);
  });

  test("and the check would tell: with one policy loosened it names the table", async () => {
    await superuser.query("create policy loosened on controlled_document for select using (true)");
    try {
      expect(await foreignRows()).toEqual(["controlled_document"]);
    } finally {
      await superuser.query("drop policy loosened on controlled_document");
    }
  });

  test("leader and inspector see every agency, the administrator no records", async () => {
    const { rows } = await superuser.query<{ n: string }>("select count(*) as n from controlled_document");
    const every = Number(rows[0]?.n);
    expect(await visible({ role: "leader" }, "controlled_document")).toBe(every);
    expect(await visible({ role: "inspector" }, "controlled_document")).toBe(every);
    for (const table of [
      "controlled_document",
      "quality_policy",
      "visit",
      "finding",
      "declaration",
      "answer",
    ])
      expect([table, await visible({ role: "admin" }, table)]).toEqual([table, 0]);
  });

  test("a viewer is forgotten after commit and after rollback", async () => {
    for (const end of ["commit", "rollback"]) {
      await app.query("begin");
      await app.query("select set_config('app.role', 'leader', true)");
      await app.query(end);
      expect(await visible(null, "controlled_document")).toBe(0);
    }
  });

  test.each([
    ["journal_entry", "content"],
    ["file_content", "sha256"],
    ["visit_result", "visit_id"],
    ["finding", "id"],
    ["finding_closure", "finding_id"],
  ])("%s takes neither UPDATE nor DELETE nor TRUNCATE", async (table, column) => {
    const statements = [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ];
    for (const statement of statements)
      await expect(as({ role: "system" }, statement), statement).rejects.toThrow(/permission denied/);
  });

  test("nobody raises their own rights, and no ended session is revived", async () => {
    const account = String(
      (await superuser.query<{ id: string }>("select id from account where name = 'officer'")).rows[0]?.id,
    );
    const self = { ...officer(), account };
    for (const set of ["role = 'admin', agency_id = null", "disabled_at = now()"])
      await expect(as(self, `update account set ${set} where id = $1`, [account])).rejects.toThrow(
        /changed by an administrator/,
      );
    expect(
      await as(self, "update account set must_change_password = false where name = 'admin' returning 1"),
    ).toEqual([]);
  });

  test("history is written in one's own name and chain only", async () => {
    const account = String(
      (await superuser.query<{ id: string }>("select id from account where name = 'officer'")).rows[0]?.id,
    );
    const write = (chain: string, actor: string | null) =>
      as(
        { ...officer(), account },
        `insert into journal_entry (chain_id, actor_id, actor_name, actor_role, action, entity, entity_id, content)
          values ($1, $2, 'x', 'officer', 'x', 'document', 'x', '{}')`,
        [chain, actor],
      );
    await expect(write(mine, account)).resolves.toEqual([]);
    await expect(write(other, account)).rejects.toThrow(/row-level security/);
    await expect(write(mine, null)).rejects.toThrow(/row-level security/);
  });
});

describe("the site refuses a database that would not hold it", () => {
  const faultsWith = async (url: string): Promise<string[]> => {
    const { disconnect } = await import("@/lib/platform/database");
    const { readiness } = await import("@/lib/platform/readiness");
    await disconnect();
    process.env.DATABASE_URL = url;
    const faults = await readiness();
    await disconnect();
    process.env.DATABASE_URL = appUrl;
    // The server of these tests forgets, to be quick (startup.db.test.ts).
    return faults.flatMap(({ code }) => (code === "forgets" ? [] : [code]));
  };

  test("none as it is meant to be", async () => {
    expect(await faultsWith(appUrl)).toEqual([]);
  });

  test("a superuser", async () => {
    expect(await faultsWith(superUrl)).toContain("superuser");
  });

  test("a role that bypasses row security", async () => {
    const role = `bypass_${randomUUID().replaceAll("-", "")}`;
    await superuser.query(`create role ${role} login bypassrls password '${role}' in role nenep_app`);
    try {
      const url = Object.assign(new URL(appUrl), { username: role, password: role });
      expect(await faultsWith(url.href)).toEqual(["bypasses-row-security"]);
    } finally {
      await superuser.query(`drop role ${role}`);
    }
  });

  test("a table whose row security is not forced", async () => {
    await superuser.query("alter table finding no force row level security");
    try {
      expect(await faultsWith(appUrl)).toEqual(["row-security-off"]);
    } finally {
      await superuser.query("alter table finding force row level security");
    }
  });
});
