// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { writeSecret } from "../launch/folder.mjs";
import { lineFor, Trouble } from "../launch/trouble.mjs";
import { commandFor } from "./run-as.mjs";

/** @param {string} folder */
export const clusterIn = (folder) => join(folder, "cluster");

/** A cluster belongs to one major version of PostgreSQL. @param {string} cluster @param {string} major */
export function checkVersion(cluster, major) {
  const found = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (found !== major) {
    throw new Trouble(
      `The data folder ${cluster} belongs to PostgreSQL ${found}, this is ${major}: restore a backup into a new DATA_DIR.`,
    );
  }
}

/**
 * Makes an empty cluster. It appears under its name only when whole, so that a start that was killed leaves nothing
 * half made.
 *
 * @param {string} folder
 * @param {string} initdb
 * @param {import("./run-as.mjs").RunAs} runAs
 * @param {string} password
 */
export function createCluster(folder, initdb, runAs, password) {
  const draft = join(folder, "cluster.new");
  const passwordFile = join(folder, "initdb-password");
  rmSync(draft, { recursive: true, force: true });
  writeSecret(passwordFile, password);
  for (const path of [folder, passwordFile]) runAs.own(path);
  try {
    initialise(initdb, runAs, draft, passwordFile);
    renameSync(draft, clusterIn(folder));
  } finally {
    rmSync(passwordFile, { force: true });
    if (existsSync(draft)) rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * @param {string} initdb
 * @param {import("./run-as.mjs").RunAs} runAs
 * @param {string} target
 * @param {string} passwordFile
 */
function initialise(initdb, runAs, target, passwordFile) {
  const { command, args, identity } = commandFor(runAs, initdb, [
    `--pgdata=${target}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--data-checksums",
    "--no-instructions",
  ]);
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...identity,
    encoding: "utf8",
    env: plainEnvironment(),
  });
  if (status === 0) return;
  const reason = /(?:error|FATAL):\s*(.+)/i.exec(`${stderr}${stdout}`)?.[1] ?? "initdb failed";
  throw new Trouble(lineFor(new Error(`PostgreSQL could not make its data folder: ${reason}`)));
}

/** Messages in English, since we read them; no PG* settings of the person's shell. @returns {NodeJS.ProcessEnv} */
export function plainEnvironment() {
  const environment = { ...process.env, LC_ALL: "C.UTF-8", LC_MESSAGES: "C" };
  for (const name of Object.keys(environment))
    if (name.startsWith("PG")) Reflect.deleteProperty(environment, name);
  return environment;
}
