// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { capture, root } from "./programs.mjs";
import { Trouble } from "./trouble.mjs";

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/** @param {string} path @returns {Packages} */
const packagesOf = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : {});

/** What is installed is what the lock names. Packages for other platforms are optional, and not there. */
export function isInstalled() {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const found = packagesOf(join(root, "node_modules/.package-lock.json"));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || found[path]?.version === version || (optional === true && found[path] === undefined),
  );
}

/** For programs that do not install by themselves. */
export function requireInstalled() {
  if (!isInstalled()) throw new Trouble("The packages are not those of this release: run npm ci first.");
}

/** npm tells a script that it starts where it lives itself. @param {string[]} args */
function npm(args) {
  const own = process.env["npm_execpath"];
  return own?.endsWith(".js") ? capture(process.execPath, [own, ...args]) : capture("npm", args);
}

export async function install() {
  const { code, output } = await npm(["ci", "--include=dev", "--no-fund", "--no-audit"]);
  if (code === 0) return;
  const reason = output.split("\n").find((line) => /^npm (?:error|ERR!) (?!code)/.test(line)) ?? "see npm ci";
  throw new Trouble(`The packages could not be installed: ${reason.replace(/^npm \S+ /, "")}`);
}
