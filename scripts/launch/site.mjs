// @ts-check
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { serverFile } from "./build.mjs";
import { siteUrl } from "./settings.mjs";
import { Trouble } from "./trouble.mjs";

const largestLog = 10 * 1024 * 1024;
const patience = 60_000;

/** @param {string} log */
function rotate(log) {
  if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.1`);
}

/** @param {Record<string, string>} environment @param {string} log */
function spawnSite(environment, log) {
  const output = openSync(log, "a", 0o600);
  const guard = new URL("exit-with-launcher.mjs", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", guard, serverFile], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", output, output, "ipc"],
    detached: true,
  });
  closeSync(output);
  return child;
}

/** @param {import("node:child_process").ChildProcess} child */
export const exitOf = (child) =>
  new Promise((resolve) => {
    child.once("exit", resolve);
    child.once("error", resolve);
  });

/** @param {string} text */
const reasonIn = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^(?:at |▲|✓|- |Node\.js v)/.test(line))
    .slice(-3)
    .join(" ");

/** @param {string} url */
const answers = (url) =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) })
    .then(async (response) => ({ ok: response.ok, text: await response.text() }))
    .catch(() => ({ ok: false, text: "" }));

/** Waits until the site says that it is ready. @param {string} url @param {() => string | undefined} stopped why it stopped */
export async function untilReady(url, stopped) {
  let last = "";
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) {
    const reason = stopped();
    if (reason !== undefined) throw new Trouble(`The site did not start: ${reason}`);
    const { ok, text } = await answers(url);
    if (ok) return;
    last = text || last;
  }
  throw new Trouble(`The site is not ready after ${patience / 1000} s: ${last.slice(0, 300) || "no answer"}`);
}

/** @param {import("node:child_process").ChildProcess} child @param {Promise<unknown>} exited */
export async function stopSite(child, exited) {
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
  await exited;
  clearTimeout(late);
}

/**
 * Serves the built site, and waits until it says that it is ready.
 *
 * @param {import("./settings.mjs").Settings} settings
 * @param {Record<string, string>} environment
 */
export async function startSite(settings, environment) {
  const log = join(settings.dataDir, "site.log");
  rotate(log);
  const from = existsSync(log) ? statSync(log).size : 0;
  const child = spawnSite(environment, log);
  const exited = exitOf(child);
  let gone = false;
  void exited.then(() => (gone = true));
  const stop = () => (gone ? Promise.resolve() : stopSite(child, exited));
  try {
    await untilReady(siteUrl(settings), () =>
      gone ? reasonIn(readFileSync(log).subarray(from).toString("utf8")) : undefined,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { exited, stop, log };
}
