import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, inject, it } from "vitest";

import { ask } from "@/scripts/launch/database.mjs";
import { captureProgram } from "@/scripts/launch/programs.mjs";
import { applyMigration, makeTable } from "@/scripts/launch/migration.mjs";
import { bringToHead } from "@/scripts/launch/schema.mjs";
import { cloneDatabase, testDatabase } from "@/tests/support/database/database";

const prisma = (ownerUrl: string, ...args: string[]) =>
  captureProgram("prisma", ["migrate", ...args], { DATABASE_OWNER_URL: ownerUrl });

const drift = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--exit-code"];

/** What a disk that filled, or a kill, leaves behind: a migration that began. */
const cutOff = (ownerUrl: string) =>
  ask(ownerUrl, (client) =>
    client.query(`create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null,
      finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
      started_at timestamptz not null default now(), applied_steps_count integer not null default 0);
      insert into _prisma_migrations (id, checksum, migration_name) values ('cut off', '', '0001_tables')`),
  );

describe("the schema", () => {
  it("changes by scripts that are one transaction each, so that half of one never stays", () => {
    const scripts = readdirSync("prisma/migrations").filter((name) => name !== "migration_lock.toml");
    const odd = scripts.filter((name) =>
      /^\s*(begin|commit)\s*;|\bconcurrently\b/im.test(
        readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8"),
      ),
    );
    expect(odd).toEqual([]);
  });

  it("says the same in Prisma's words and in the migrations", async () => {
    const { code, output } = await prisma(testDatabase().ownerUrl, "diff", ...drift);
    expect(output).toContain("No difference detected");
    expect(code).toBe(0);
  });

  it("goes to head after a start that was cut off, and status finds nothing left", async () => {
    const empty = await cloneDatabase({ ...inject("database"), template: "template0" });
    await cutOff(empty.ownerUrl);
    expect(await bringToHead(empty)).toMatch(/^schema migrated, \d+ new$/);
    expect((await prisma(empty.ownerUrl, "status")).output).toContain("up to date");
    await empty.drop();
  });

  it("goes to head once when two starts begin at the same moment", async () => {
    const empty = await cloneDatabase({ ...inject("database"), template: "template0" });
    await Promise.all([bringToHead(empty), bringToHead(empty)]);
    expect((await prisma(empty.ownerUrl, "status")).output).toContain("up to date");
    const twice = "select migration_name from _prisma_migrations group by 1 having count(*) > 1";
    expect((await ask(empty.ownerUrl, (client) => client.query(twice))).rows).toEqual([]);
    await empty.drop();
  });

  it("keeps nothing of a migration that breaks in its middle, and says which and why", async () => {
    const empty = await cloneDatabase({ ...inject("database"), template: "template0" });
    const broken = {
      name: "9999_broken",
      checksum: "",
      script: "create table half (); select 1 / 0; create table whole ();",
    };
    await makeTable(empty.ownerUrl);
    await expect(applyMigration(empty.ownerUrl, broken)).rejects.toThrow(
      "migration 9999_broken: division by zero",
    );
    const left =
      "select to_regclass('half') as half, (select count(*)::int from _prisma_migrations) as noted";
    expect((await ask(empty.ownerUrl, (client) => client.query(left))).rows).toEqual([
      { half: null, noted: 0 },
    ]);
    await empty.drop();
  });

  it("is left alone when it is at head", async () => {
    expect(await bringToHead(testDatabase())).toBe("schema up to date");
  });

  it("is seen to be at head by the role of the site alone", async () => {
    expect(await bringToHead({ appUrl: testDatabase().appUrl, ownerUrl: undefined })).toBe(
      "schema up to date",
    );
  });

  it("is refused when old and nobody may migrate it", async () => {
    const empty = await cloneDatabase({ ...inject("database"), template: "template0" });
    await expect(bringToHead({ appUrl: empty.appUrl, ownerUrl: undefined })).rejects.toThrow(
      "DATABASE_OWNER_URL",
    );
    await empty.drop();
  });
});
