// @ts-check
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { Trouble } from "../launch/trouble.mjs";
import { clusterIn, plainEnvironment } from "./cluster.mjs";
import { commandFor } from "./run-as.mjs";

const patience = 30_000;

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Object && "code" in error && error.code === "EPERM";
  }
}

/** A number in a pid file may by now be another program's. @param {number} pid @param {string} word */
export function isRunning(pid, word) {
  if (!pid || !isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").includes(word);
}

/** @param {string} folder */
const pidFile = (folder) => join(clusterIn(folder), "postmaster.pid");

/** The postmaster that serves this cluster now, if any. @param {string} folder */
export function runningPostmaster(folder) {
  if (!existsSync(pidFile(folder))) return undefined;
  const [pid, , , port] = readFileSync(pidFile(folder), "utf8").split("\n").map(Number);
  return pid && isRunning(pid, clusterIn(folder)) ? { pid, port: port ?? 0 } : undefined;
}

/**
 * PostgreSQL believes a stale file when its number belongs to any program of the same user by now; the command line
 * tells better.
 *
 * @param {string} folder
 */
export function forgetStalePostmaster(folder) {
  if (!runningPostmaster(folder)) rmSync(pidFile(folder), { force: true });
}

/** Fast shutdown: open transactions are rolled back. @param {number} pid */
export async function stopPostmaster(pid) {
  if (isAlive(pid)) process.kill(pid, "SIGINT");
  for (const end = Date.now() + patience; isAlive(pid);) {
    if (Date.now() > end) process.kill(pid, "SIGQUIT");
    await pause(25);
  }
}

/** @param {number} port @param {boolean} forTests */
function settings(port, forTests) {
  const common = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] ",
    max_connections: 100,
  };
  const forSpeed = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    shared_buffers: "64MB",
    autovacuum: "off",
  };
  return Object.entries(forTests ? { ...common, ...forSpeed } : { ...common, shared_buffers: "128MB" });
}

/** @param {string} log @param {number} from */
const writtenSince = (log, from) => readFileSync(log).subarray(from).toString("utf8");

/** @param {string} text */
const reasonIn = (text) => /(?:FATAL|PANIC):\s*(.+)/.exec(text)?.[1] ?? "see its log";

/**
 * Backends of a killed postmaster hold the shared memory for a moment longer: worth another attempt.
 *
 * @param {string} reason
 */
const passes = (reason) => /pre-existing shared memory|lock file .* already exists/i.test(reason);

/**
 * @typedef {object} Start
 * @property {string} folder
 * @property {string} postgres
 * @property {import("./run-as.mjs").RunAs} runAs
 * @property {number} port
 * @property {boolean} forTests
 */

/** @param {Start} start @param {string} log @returns {import("node:child_process").ChildProcess} */
function spawnPostgres({ folder, postgres, runAs, port, forTests }, log) {
  const options = settings(port, forTests).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { command, args, identity } = commandFor(runAs, postgres, ["-D", clusterIn(folder), ...options]);
  const output = openSync(log, "a", 0o600);
  try {
    // Its own process group: Ctrl+C reaches the launcher alone, which stops the site first.
    return spawn(command, args, {
      ...identity,
      env: plainEnvironment(),
      stdio: ["ignore", output, output],
      detached: true,
    });
  } finally {
    closeSync(output);
  }
}

/** @param {Start} start */
async function attempt(start) {
  const log = join(start.folder, "postgres.log");
  const from = existsSync(log) ? readFileSync(log).length : 0;
  const child = spawnPostgres(start, log);
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => child.once("exit", () => resolve()).once("error", () => resolve()));
  let gone = false;
  void exited.then(() => (gone = true));
  while (!writtenSince(log, from).includes("ready to accept connections")) {
    if (gone) return { failed: reasonIn(writtenSince(log, from)) };
    await pause(20);
  }
  return { pid: child.pid ?? 0, exited };
}

/** @param {Start} start @returns {Promise<{ pid: number, exited: Promise<void> }>} */
export async function startPostmaster(start) {
  const end = Date.now() + patience;
  for (;;) {
    const outcome = await attempt(start);
    if (outcome.failed === undefined) return outcome;
    if (!passes(outcome.failed) || Date.now() > end) {
      throw new Trouble(
        `PostgreSQL did not start: ${outcome.failed} (${join(start.folder, "postgres.log")})`,
      );
    }
    await pause(250);
  }
}
