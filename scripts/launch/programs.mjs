// @ts-check
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The programs of the packages, run by this Node without a shell. */
const entries = {
  prisma: ["prisma", "build/index.js"],
  next: ["next", "dist/bin/next"],
  tsx: ["tsx", "dist/cli.mjs"],
};

/** @param {keyof typeof entries} name */
export function programPath(name) {
  const [packageName = name, file = ""] = entries[name];
  return join(dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`)), file);
}

/**
 * @typedef {{ code: number, output: string }} Outcome
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [environment] on top of our own
 * @returns {Promise<Outcome>}
 */
export const capture = (command, args, environment = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = () => child.kill();
    process.once("exit", end);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", end);
      resolve({ code: code ?? 1, output });
    });
  });

/**
 * @param {keyof typeof entries} name
 * @param {string[]} args
 * @param {Record<string, string>} [environment]
 */
export const captureProgram = (name, args, environment) =>
  capture(process.execPath, [programPath(name), ...args], environment);
