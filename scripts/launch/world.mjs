// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";

import { launcherOf } from "../postgres.mjs";
import { clusterIn } from "../postgres/cluster.mjs";
import { openDatabase } from "./database.mjs";
import { capture, root } from "./programs.mjs";
import { bringToHead } from "./schema.mjs";
import { scenarioOf, seed } from "./seed.mjs";
import { readSecrets, siteUrl } from "./settings.mjs";
import { step } from "./steps.mjs";
import { Trouble } from "./trouble.mjs";

/** @param {import("./settings.mjs").Settings} settings */
export function refuseSharedFolder({ dataDir, databaseUrl }) {
  const launcher = databaseUrl ? undefined : launcherOf(join(dataDir, "database"));
  if (launcher)
    throw new Trouble(`The data folder ${dataDir} is in use by a running site (process ${launcher}).`);
}

/** The settings name a database that is there. @param {import("./settings.mjs").Settings} settings */
export function requireDatabase({ dataDir, databaseUrl }) {
  if (databaseUrl || existsSync(clusterIn(join(dataDir, "database")))) return;
  throw new Trouble(
    `There is no database in ${dataDir}: set DATA_DIR to the folder of the site, or DATABASE_URL to its server.`,
  );
}

/** The database client follows the schema, also after a pull that installs nothing. */
export async function ensureClient() {
  const { code, output } = await capture(process.execPath, [join(root, "scripts/generate.mjs")]);
  if (code !== 0)
    throw new Trouble(`The database client could not be written: ${output.trim().split("\n").at(-1)}`);
}

/**
 * Opens the database and brings its schema to the newest migration.
 *
 * @param {import("./settings.mjs").Settings} settings
 * @param {(close: () => Promise<void>) => void} opened
 */
export async function prepareDatabase(settings, opened) {
  const opening = openDatabase(settings);
  // Before it is open: a stop that is asked for meanwhile waits for it, and leaves nothing running.
  opened(() =>
    opening.then(
      ({ stop }) => stop(),
      () => undefined,
    ),
  );
  const database = await step("database ready", () => opening);
  await step(
    (done) => done,
    () => bringToHead(database),
  );
  return database;
}

/**
 * Fills our own database, or any with SEED=demo, the first time. Says whether it holds the demonstration world.
 *
 * @param {import("./settings.mjs").Settings} settings
 * @param {import("./database.mjs").Database} database
 */
export async function prepareWorld({ seedAsked }, { embedded, ownerUrl }) {
  if (!ownerUrl || !(embedded || seedAsked)) return false;
  if (!(await scenarioOf(ownerUrl))) await step("demonstration world made", () => seed(ownerUrl));
  return true;
}

/**
 * What the site and the tasks are told.
 *
 * @param {import("./settings.mjs").Settings} settings
 * @param {string} databaseUrl
 * @param {boolean} demonstration
 */
export const environmentFor = (settings, databaseUrl, demonstration) => ({
  ...readSecrets(settings.dataDir),
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  AUTH_TRUST_HOST: "1",
  NEXTAUTH_URL: process.env["NEXTAUTH_URL"] || siteUrl(settings),
  PUBLIC_URL: process.env["PUBLIC_URL"] || process.env["NEXTAUTH_URL"] || siteUrl(settings),
  DATABASE_URL: databaseUrl,
  HOSTNAME: settings.host,
  PORT: String(settings.port),
  NENEP_DEMO: demonstration ? "1" : "0",
});
