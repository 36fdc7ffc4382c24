// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ask, checkServer } from "./database.mjs";
import { applyMigration, makeTable } from "./migration.mjs";
import { root } from "./programs.mjs";
import { codeOf, Trouble } from "./trouble.mjs";

const folder = join(root, "prisma/migrations");

/** @param {string} name */
const scriptOf = (name) => join(folder, name, "migration.sql");

const ours = () =>
  readdirSync(folder)
    .filter((name) => existsSync(scriptOf(name)))
    .sort();

/** @param {string} script */
const checksumOf = (script) => createHash("sha256").update(script).digest("hex");

/** @param {string} name */
export function migrationNamed(name) {
  const script = readFileSync(scriptOf(name), "utf8");
  return { name, script, checksum: checksumOf(script) };
}

/** @typedef {{ name: string, checksum: string | null }} Applied */

/** @param {string} url @param {string} checksumColumn @returns {Promise<Applied[]>} */
const readApplied = (url, checksumColumn) =>
  ask(url, async (client) => {
    const { rows } = await client.query(
      `SELECT migration_name AS name, ${checksumColumn} AS checksum FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    return rows;
  });

/** @param {string} url @param {string} checksumColumn */
async function applied(url, checksumColumn) {
  try {
    return await readApplied(url, checksumColumn);
  } catch (error) {
    if (codeOf(error) === "42P01" || codeOf(error) === "42501") return [];
    throw error;
  }
}

/** @param {Applied[]} rows */
function checkHistory(rows) {
  const names = new Set(ours());
  const unknown = rows.find((row) => !names.has(row.name));
  if (unknown) {
    throw new Trouble(
      `The database is newer than this release (it has migration ${unknown.name}): start the newer one.`,
    );
  }
  const changed = rows.find(
    (row) => row.checksum !== null && row.checksum !== migrationNamed(row.name).checksum,
  );
  if (changed)
    throw new Trouble(
      `Migration ${changed.name} is not the one that made this database: use another DATA_DIR.`,
    );
}

/** @param {Applied[]} rows */
const missingFrom = (rows) => ours().filter((name) => !rows.some((row) => row.name === name));

/**
 * Brings the schema to the newest migration, or refuses where nobody gave the owner's role.
 *
 * @param {Pick<import("./database.mjs").Database, "appUrl" | "ownerUrl">} database
 * @returns {Promise<string>} what was done
 */
export async function bringToHead({ appUrl, ownerUrl }) {
  const rows = await (ownerUrl ? applied(ownerUrl, "checksum") : applied(appUrl, "NULL::text"));
  checkHistory(rows);
  const missing = missingFrom(rows);
  if (missing.length === 0) return "schema up to date";
  if (!ownerUrl) {
    throw new Trouble(
      `The database lacks ${missing.length} migrations (${missing[0]} first): set DATABASE_OWNER_URL.`,
    );
  }
  await makeTable(ownerUrl);
  for (const name of missing) await applyMigration(ownerUrl, migrationNamed(name));
  return `schema migrated, ${missing.length} new`;
}

/** The same, for a program that is given the owner's role and nothing else. */
export async function migrate() {
  const ownerUrl = process.env["DATABASE_OWNER_URL"];
  if (!ownerUrl)
    throw new Trouble("DATABASE_OWNER_URL is missing: migrations run as the owner of the database.");
  await checkServer("DATABASE_OWNER_URL", ownerUrl);
  return bringToHead({ appUrl: ownerUrl, ownerUrl });
}
