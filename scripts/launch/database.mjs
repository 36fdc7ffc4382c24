// @ts-check
import { join } from "node:path";

import pg from "pg";

import { startPostgres } from "../postgres.mjs";
import { codeOf, Trouble } from "./trouble.mjs";

const oldestMajor = 18;

/**
 * @typedef {object} Database
 * @property {string} appUrl
 * @property {string | undefined} ownerUrl not known: then nothing is migrated or seeded
 * @property {boolean} embedded
 * @property {Promise<void>} exited
 * @property {() => Promise<void>} stop
 */

/** @param {string} url */
const placeOf = (url) => {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
};

/** @param {string} url @param {unknown} error */
function unreachable(url, error) {
  const reasons = new Map([
    ["ECONNREFUSED", "nothing answers there"],
    ["ENOTFOUND", "no such host"],
    ["EAI_AGAIN", "no such host"],
    ["28P01", "the password is refused"],
    ["28000", "the role is refused"],
    ["3D000", "there is no such database"],
  ]);
  const code = codeOf(error) ?? "";
  const reason = reasons.get(code) ?? (error instanceof Error && error.message ? error.message : code);
  return new Trouble(`The database ${placeOf(url)} cannot be used: ${reason}.`);
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function ask(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @param {string} name @param {string} url */
function checkUrl(name, url) {
  if (!/^postgres(ql)?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new Trouble(`${name} is not an address of the form postgresql://role:password@host:5432/database.`);
  }
}

/** @param {string} url */
async function checkVersion(url) {
  const version = await ask(
    url,
    async (client) => (await client.query("SHOW server_version")).rows[0].server_version,
  );
  if (Number.parseInt(version, 10) < oldestMajor) {
    throw new Trouble(
      `The database ${placeOf(url)} is PostgreSQL ${version}: version ${oldestMajor} or newer is needed.`,
    );
  }
}

/** The setting is an address, and a server of a version we know answers there. @param {string} name @param {string} url */
export async function checkServer(name, url) {
  checkUrl(name, url);
  await checkVersion(url);
}

/** @param {string} appUrl @param {string | undefined} ownerUrl @returns {Promise<Database>} */
async function external(appUrl, ownerUrl) {
  await checkServer("DATABASE_URL", appUrl);
  if (ownerUrl) await checkServer("DATABASE_OWNER_URL", ownerUrl);
  return {
    appUrl,
    ownerUrl,
    embedded: false,
    exited: new Promise(() => undefined),
    stop: async () => undefined,
  };
}

/** @param {string} dataDir @returns {Promise<Database>} */
async function embedded(dataDir) {
  const postgres = await startPostgres({ dataDir: join(dataDir, "database") });
  return {
    appUrl: postgres.appUrl(),
    ownerUrl: postgres.ownerUrl(),
    embedded: true,
    exited: postgres.exited,
    stop: postgres.stop,
  };
}

/** The database of DATABASE_URL, else our own. @param {import("./settings.mjs").Settings} settings */
export const openDatabase = ({ dataDir, databaseUrl, ownerUrl }) =>
  databaseUrl ? external(databaseUrl, ownerUrl) : embedded(dataDir);
