// @ts-check
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { openDatabase } from "./database.mjs";
import { programPath, root } from "./programs.mjs";
import { bringToHead } from "./schema.mjs";
import { scenarioOf } from "./seed.mjs";
import { readSettings } from "./settings.mjs";
import { closingAll } from "./signals.mjs";
import { Trouble } from "./trouble.mjs";
import { ensureClient, environmentFor, requireDatabase } from "./world.mjs";

const folder = join(root, "scripts/tasks");

/** @param {string | undefined} name */
function taskFile(name) {
  const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
  if (name === undefined || !names.includes(name))
    throw new Trouble(`Which task? One of: ${names.join(", ")}.`);
  return join(folder, `${name}.ts`);
}

/** What is written from the code alone. */
const ofTheCode = "write-rights";

/** @param {string} file @param {string[]} args @param {Record<string, string>} environment @returns {Promise<number>} */
const runFile = (file, args, environment) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [programPath("tsx"), file, ...args], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: "inherit",
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });

/**
 * Runs one of scripts/tasks, and gives its exit code. A task works on what is there: where there is no database it makes none, so that
 * nobody who mistyped a folder is told of an empty world.
 *
 * @param {string[]} words the name of the task and what it is told
 */
export async function runTask([name, ...args]) {
  const file = taskFile(name);
  const settings = readSettings();
  if (name === ofTheCode) return runFile(file, args, {});
  requireDatabase(settings);
  await ensureClient();
  let code = 1;
  await closingAll(async (opened) => {
    const database = await openDatabase(settings);
    opened(database.stop);
    await bringToHead(database);
    const { appUrl, ownerUrl } = database;
    const demonstration = ownerUrl !== undefined && (await scenarioOf(ownerUrl)) !== undefined;
    code = await runFile(file, args, {
      ...environmentFor(settings, appUrl, demonstration),
      ...(ownerUrl ? { DATABASE_OWNER_URL: ownerUrl } : {}),
    });
  });
  return code;
}
