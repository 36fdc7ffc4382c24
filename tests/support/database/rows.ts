import pg from "pg";

import { testDatabase } from "./database";

let pool: pg.Pool | undefined;

/** To the database of this test file: of one that was asked before in the same process, nothing is left. */
function connections(): pg.Pool {
  const connectionString = testDatabase().superUrl;
  if (pool?.options.connectionString === connectionString) return pool;
  pool = new pg.Pool({ connectionString, max: 2 });
  // The database is dropped under connections that are idle by then.
  pool.on("error", () => undefined);
  return pool;
}

/**
 * Rows of this file's database, past row security: to look at what is there, and to prepare what nobody may do. Its connections stay
 * open from one statement to the next: to begin one costs more than most statements.
 */
export async function rowsOf<Row extends pg.QueryResultRow>(
  statement: string | { name: string; text: string },
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await connections().query<Row>(statement, [...values])).rows;
}

export async function disconnect(): Promise<void> {
  await pool?.end();
  pool = undefined;
}
