// @ts-check
import { join } from "node:path";

import { ranOutOfSpace } from "../postgres/space.mjs";
import { ensureBuilt } from "./build.mjs";
import { writableFolder } from "./folder.mjs";
import { checkPort } from "./listen.mjs";
import { readSecrets, readSettings, siteUrl } from "./settings.mjs";
import { closingAll, stopAsked } from "./signals.mjs";
import { startSite } from "./site.mjs";
import { step } from "./steps.mjs";
import { diskIsFull, Trouble } from "./trouble.mjs";
import { ensureClient, environmentFor, prepareDatabase, prepareWorld, refuseSharedFolder } from "./world.mjs";

/** @param {string} url @param {boolean} demonstration */
function announce(url, demonstration) {
  console.log(`\nReady: ${url}`);
  if (!demonstration) return;
  console.log("Demonstration accounts: leader, inspector, officer, head, admin; password nenep-demo");
}

/**
 * The site as people use it: built once from what the sources are now.
 *
 * @param {import("./settings.mjs").Settings} settings
 * @param {Record<string, string>} environment
 */
async function startBuilt(settings, environment) {
  await step(
    (done) => done,
    () => ensureBuilt(readSecrets(settings.dataDir)),
  );
  return step("site answers", () => startSite(settings, environment));
}

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {(close: () => Promise<void>) => void} opened
 * @param {Ways} ways
 */
async function open(settings, opened, { worldMade, start }) {
  const database = await prepareDatabase(settings, opened);
  const demonstration = await prepareWorld(settings, database);
  await worldMade();
  const site = await start(settings, environmentFor(settings, database.appUrl, demonstration));
  opened(site.stop);
  announce(siteUrl(settings), demonstration);
  return { database, site };
}

/** @param {Awaited<ReturnType<typeof open>>} running @returns {Promise<never>} */
const firstToFail = ({ database, site }) =>
  Promise.race([
    database.exited.then(() => "The database stopped by itself"),
    site.exited.then(() => `The site stopped by itself (${site.log})`),
  ]).then((what) => {
    throw new Trouble(`${what}: start again.`);
  });

/**
 * A full disk shows itself as all sorts of failures of those who needed the database.
 *
 * @param {import("./settings.mjs").Settings} settings @param {unknown} error @param {Date} since
 */
const reasonOf = ({ dataDir }, error, since) =>
  ranOutOfSpace(join(dataDir, "database"), since) ? new Trouble(diskIsFull) : error;

/**
 * @typedef {object} Ways
 * @property {() => Promise<void>} worldMade what to do once the database is filled and before anybody is connected to it
 * @property {typeof startBuilt} start
 */

/**
 * From a clone to a site that answers, until somebody stops it.
 *
 * @param {Partial<Ways>} ways
 */
export async function serve({ worldMade = () => Promise.resolve(), start = startBuilt } = {}) {
  const settings = readSettings();
  await checkPort(settings);
  writableFolder(settings.dataDir);
  refuseSharedFolder(settings);
  await ensureClient();
  const asked = stopAsked();
  await closingAll(async (opened) => {
    const since = new Date();
    const running = open(settings, opened, { worldMade, start }).then(firstToFail);
    await Promise.race([running, asked]).catch((error) => {
      throw reasonOf(settings, error, since);
    });
  });
  console.log("Stopped.");
}
