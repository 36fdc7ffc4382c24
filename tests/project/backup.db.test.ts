import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { testDatabase } from "@/tests/support/database/database";

const superuser = new pg.Client({ connectionString: testDatabase().superUrl });
let tables: string[] = [];

beforeAll(async () => {
  await superuser.connect();
  const { rows } = await superuser.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => superuser.end());

/** What `pg_dump` does: everything, or an error where row-level security would hide a row. */
async function dumpAs(role: string): Promise<number> {
  await superuser.query(`begin; set local role ${role}; set local row_security = off`);
  try {
    for (const table of tables) await superuser.query(`select count(*) from public.${table}`);
    return tables.length;
  } finally {
    await superuser.query("rollback");
  }
}

describe("the role of the backup", () => {
  it("reads every row of every table", async () => {
    expect(tables.length).toBeGreaterThan(50);
    expect(await dumpAs("nenep_backup")).toBe(tables.length);
  });

  it("is needed, since even the owner of the tables is refused", async () => {
    await expect(dumpAs("nenep_owner")).rejects.toThrow("row-level security");
  });

  it("writes nothing", async () => {
    await superuser.query("begin; set local role nenep_backup");
    await expect(superuser.query("delete from journal_entry")).rejects.toThrow("permission denied");
    await superuser.query("rollback");
  });
});
