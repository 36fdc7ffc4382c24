// @ts-check
import { randomUUID } from "node:crypto";

import { ask } from "./database.mjs";
import { lineFor, Trouble } from "./trouble.mjs";

/** Under this number Prisma's own tools hold a database while they migrate it: so do we, and neither gets in the other's way. */
const migrating = 72_707_369;

/** Prisma's table, as its tools make and read it. */
const table = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0)`;

/** @typedef {{ name: string, script: string, checksum: string }} Migration */

/**
 * Does something alone among all who would migrate this database: all of it or nothing.
 *
 * @param {string} ownerUrl
 * @param {(client: import("pg").Client) => Promise<unknown>} work
 */
const alone = (ownerUrl, work) =>
  ask(ownerUrl, async (client) => {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [migrating]);
    await work(client);
    await client.query("commit");
  });

/** @param {string} ownerUrl */
export const makeTable = (ownerUrl) => alone(ownerUrl, (client) => client.query(table));

/** @param {import("pg").Client} client @param {string} name */
const isApplied = async (client, name) =>
  (
    await client.query(
      "select from _prisma_migrations where migration_name = $1 and finished_at is not null and rolled_back_at is null",
      [name],
    )
  ).rows.length > 0;

/** @param {string} name @param {unknown} error */
function reasonOf(name, error) {
  const said = error instanceof Error ? error.message : String(error);
  const line = `The database schema could not be brought up to date: migration ${name}: ${said}`;
  return new Trouble(lineFor(new Error(line)));
}

/**
 * Runs one migration and notes it, in one transaction: cut off at any moment, it has left nothing behind. What an earlier release
 * left begun and unfinished is noted as rolled back, which it is.
 *
 * @param {string} ownerUrl
 * @param {Migration} migration
 */
export async function applyMigration(ownerUrl, { name, script, checksum }) {
  await alone(ownerUrl, async (client) => {
    if (await isApplied(client, name)) return;
    await client.query(script).catch((error) => {
      throw reasonOf(name, error);
    });
    await client.query(
      `update _prisma_migrations set rolled_back_at = now()
       where migration_name = $1 and finished_at is null and rolled_back_at is null`,
      [name],
    );
    await client.query(
      `insert into _prisma_migrations (id, migration_name, checksum, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), name, checksum],
    );
  });
}
