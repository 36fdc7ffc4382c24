// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";

import { readIfThere, writableFolder, writeSecret } from "./launch/folder.mjs";
import { Trouble } from "./launch/trouble.mjs";
import { choosePort, createAccess, readAccess, rememberAccess, urlsOf } from "./postgres/access.mjs";
import { binaries } from "./postgres/binaries.mjs";
import { checkVersion, clusterIn, createCluster } from "./postgres/cluster.mjs";
import {
  forgetStalePostmaster,
  isRunning,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
} from "./postgres/postmaster.mjs";
import { ensureRoles } from "./postgres/roles.mjs";
import { chooseRunAs } from "./postgres/run-as.mjs";

/**
 * @typedef {object} Options
 * @property {string} dataDir the folder that holds everything of this database
 * @property {number} [port] else the one of last time, else a free one
 * @property {boolean} [forTests] faster, and not safe against power loss
 *
 * @typedef {ReturnType<typeof urlsOf> & {
 *   port: number,
 *   shared: boolean,
 *   exited: Promise<void>,
 *   stop: () => Promise<void>,
 * }} Postgres
 */

/** @param {string} dataDir */
const launcherFile = (dataDir) => join(dataDir, "launcher.pid");

/** The launcher that started the database of this folder, while it lives. @param {string} dataDir */
export function launcherOf(dataDir) {
  const pid = Number(readIfThere(launcherFile(dataDir)) ?? "");
  return pid !== process.pid && isRunning(pid, "scripts/") ? pid : undefined;
}

/** @param {string} dataDir @param {ReturnType<typeof binaries>} programs */
function ensureCluster(dataDir, programs) {
  const cluster = clusterIn(dataDir);
  if (existsSync(cluster)) {
    checkVersion(cluster, programs.major);
    const access = readAccess(dataDir);
    if (!access)
      throw new Trouble(
        `The data folder ${dataDir} has lost its access.json: restore it, or use another DATA_DIR.`,
      );
    return { access, runAs: chooseRunAs(cluster) };
  }
  const access = createAccess(dataDir);
  const runAs = chooseRunAs(cluster);
  createCluster(dataDir, programs.initdb, runAs, access.super);
  return { access, runAs };
}

/** @param {string} dataDir @returns {Postgres | undefined} */
function sharedPostgres(dataDir) {
  const running = runningPostmaster(dataDir);
  const access = readAccess(dataDir);
  if (!running || !access || !launcherOf(dataDir)) return undefined;
  const urls = urlsOf({ ...access, port: running.port });
  return {
    ...urls,
    port: running.port,
    shared: true,
    exited: new Promise(() => undefined),
    stop: async () => undefined,
  };
}

/**
 * Starts PostgreSQL in a folder of its own, with its roles and the empty database `nenep`. If a living launcher serves
 * the folder already, gives that one, and leaves stopping to it; one whose launcher was killed is stopped first.
 *
 * @param {Options} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, port, forTests = false }) {
  writableFolder(dataDir);
  const shared = sharedPostgres(dataDir);
  if (shared) return shared;

  const programs = binaries();
  const orphan = runningPostmaster(dataDir);
  if (orphan) await stopPostmaster(orphan.pid);
  forgetStalePostmaster(dataDir);
  const { access, runAs } = ensureCluster(dataDir, programs);
  const chosen = { ...access, port: await choosePort(access, port) };
  writeSecret(launcherFile(dataDir), String(process.pid));
  const { pid, exited } = await startPostmaster({
    folder: dataDir,
    postgres: programs.postgres,
    runAs,
    port: chosen.port,
    forTests,
  });
  rememberAccess(dataDir, chosen);
  const urls = urlsOf(chosen);
  await ensureRoles(urls.superUrl("postgres"), chosen);
  return { ...urls, port: chosen.port, shared: false, exited, stop: () => stopPostmaster(pid) };
}
