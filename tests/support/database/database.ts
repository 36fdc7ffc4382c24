import { randomUUID } from "node:crypto";

import pg from "pg";

import { readAccess, urlsOf } from "@/scripts/postgres/access.mjs";

export type TestDatabase = {
  name: string;
  appUrl: string;
  ownerUrl: string;
  readerUrl: string;
  superUrl: string;
  drop: () => Promise<void>;
};

type Server = { dataDir: string; template: string };

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of one's own: a copy of the migrated and seeded template, or of `template0` when it should be empty. */
export async function cloneDatabase(server: Server): Promise<TestDatabase> {
  const access = readAccess(server.dataDir);
  if (!access) throw new Error("the database of the tests is not running");
  const urls = urlsOf(access);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = urls.superUrl("postgres");
  // Files are copied in half the time that a copy through the log takes.
  await administer(
    admin,
    `CREATE DATABASE ${name} TEMPLATE ${server.template} OWNER nenep_owner STRATEGY FILE_COPY`,
  );
  return {
    name,
    appUrl: urls.appUrl(name),
    ownerUrl: urls.ownerUrl(name),
    readerUrl: urls.readerUrl(name),
    superUrl: urls.superUrl(name),
    drop: () => administer(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

// One for a process: files of tests follow each other in it, some of which load modules anew.
const shared = globalThis as { nenepTestDatabase?: TestDatabase };

export const adoptDatabase = (database: TestDatabase): void => void (shared.nenepTestDatabase = database);

/** The database of this test file. */
export function testDatabase(): TestDatabase {
  if (!shared.nenepTestDatabase) throw new Error("only *.db.test.ts have a database");
  return shared.nenepTestDatabase;
}
