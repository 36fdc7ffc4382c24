import { createHash, randomUUID } from "node:crypto";

import pg from "pg";

import type { Viewer } from "@/lib/identity/types";

import { testDatabase } from "./database";

/** Rows of this file's database, past row security: to look at what is there, and to prepare what nobody may do. */
export async function rowsOf<Row extends pg.QueryResultRow>(
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: testDatabase().superUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** The viewer behind a session of this account, checked in the database as in production. */
export async function viewerNamed(account: string): Promise<Viewer> {
  const token = randomUUID();
  await rowsOf(
    `insert into session (token_hash, account_id, expires_at)
     select $1, id, now() + interval '1 hour' from account where name = $2`,
    [createHash("sha256").update(token).digest(), account],
  );
  const { viewerOfToken } = await import("@/lib/identity/viewer");
  const viewer = await viewerOfToken(token);
  if (!viewer) throw new Error(`no account named ${account}`);
  return viewer;
}
