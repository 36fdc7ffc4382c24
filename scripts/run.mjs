// @ts-check
// `node scripts/run.mjs NAME …`: runs scripts/tasks/NAME.ts against the database that `npm start` would use.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { writableFolder } from "./launch/folder.mjs";
import { programPath, root } from "./launch/programs.mjs";
import { readSettings } from "./launch/settings.mjs";
import { closingAll } from "./launch/signals.mjs";
import { run } from "./launch/steps.mjs";
import { Trouble } from "./launch/trouble.mjs";
import { scenarioOf } from "./launch/seed.mjs";
import { ensureClient, environmentFor } from "./launch/world.mjs";
import { openDatabase } from "./launch/database.mjs";
import { bringToHead } from "./launch/schema.mjs";

const folder = join(root, "scripts/tasks");

/** @param {string | undefined} name */
function taskFile(name) {
  const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
  if (name === undefined || !names.includes(name))
    throw new Trouble(`Which task? One of: ${names.join(", ")}.`);
  return join(folder, `${name}.ts`);
}

/** @param {string} file @param {string[]} args @param {Record<string, string>} environment @returns {Promise<number>} */
const runTask = (file, args, environment) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [programPath("tsx"), file, ...args], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: "inherit",
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });

await run(async () => {
  const [name, ...args] = process.argv.slice(2);
  const file = taskFile(name);
  const settings = readSettings();
  writableFolder(settings.dataDir);
  await ensureClient();
  let code = 1;
  await closingAll(async (opened) => {
    const database = await openDatabase(settings);
    opened(database.stop);
    await bringToHead(database);
    const { appUrl, ownerUrl } = database;
    const demonstration = ownerUrl !== undefined && (await scenarioOf(ownerUrl)) !== undefined;
    code = await runTask(file, args, {
      ...environmentFor(settings, appUrl, demonstration),
      ...(ownerUrl ? { DATABASE_OWNER_URL: ownerUrl } : {}),
    });
  });
  return code;
});
