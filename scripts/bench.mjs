// @ts-check
// `npm run bench [46 4600 46000]`: how fast the site answers beside the least that can answer the same, in worlds of growing
// size. Everything on a database of its own, which is thrown away.
import "./launch/node-version.mjs";
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";

import pg from "pg";

import { startPostgres } from "./postgres.mjs";
import { freePort } from "./postgres/access.mjs";
import { ensureBuilt } from "./launch/build.mjs";
import { writableFolder } from "./launch/folder.mjs";
import { programPath, root } from "./launch/programs.mjs";
import { bringToHead } from "./launch/schema.mjs";
import { seed } from "./launch/seed.mjs";
import { readSecrets, readSettings } from "./launch/settings.mjs";
import { closingAll, stopAsked } from "./launch/signals.mjs";
import { startSite } from "./launch/site.mjs";
import { run, step } from "./launch/steps.mjs";
import { Trouble } from "./launch/trouble.mjs";
import { ensureClient, environmentFor } from "./launch/world.mjs";

const province = 46;

/** @param {string[]} given */
function sizesOf(given) {
  const sizes = given.length > 0 ? given.map(Number) : [46, 4600, 46_000];
  const odd = sizes.find((size) => !Number.isInteger(size / province) || size <= 0);
  if (odd !== undefined)
    throw new Trouble(`A world has ${province} agencies, or a multiple: ${odd} is none.`);
  return sizes;
}

/** @param {string} file @param {string[]} args @param {Record<string, string>} environment @returns {Promise<number>} */
async function program(file, args, environment) {
  const child = spawn(process.execPath, [programPath("tsx"), join(root, "bench", file), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: "inherit",
  });
  const [code] = await once(child, "exit");
  return code ?? 1;
}

/** @param {string} url @param {string} statement */
async function administer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** @param {Record<string, string>} environment */
async function startFloor(environment) {
  const port = await freePort();
  const child = fork(join(root, "bench/floor-server.mjs"), {
    env: { ...process.env, ...environment, PORT: String(port) },
  });
  await once(child, "message");
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}

/** @typedef {(close: () => Promise<void>) => void} Opened */

/** @param {import("./postgres.mjs").Postgres} postgres @param {number} size @param {Opened} opened @returns {Promise<number>} */
async function measureWorld(postgres, size, opened) {
  const name = `bench_${size}`;
  const settings = {
    ...readSettings(),
    host: "127.0.0.1",
    port: await freePort(),
    dataDir: join(root, ".data/bench"),
  };
  const environment = {
    ...environmentFor(settings, postgres.appUrl(name), true),
    DATABASE_OWNER_URL: postgres.ownerUrl(name),
    DATABASE_READER_URL: postgres.readerUrl(name),
    BENCH_TILES: size <= 200 ? "1" : "0",
    LOG_LEVEL: "silent",
  };
  await administer(postgres.superUrl("postgres"), `CREATE DATABASE ${name} TEMPLATE nenep OWNER nenep_owner`);
  if (
    (await step(`world of ${size} agencies made`, () =>
      program("world.ts", [String(size / province)], environment),
    )) !== 0
  )
    throw new Trouble(`The world of ${size} agencies could not be made.`);
  const database = await program("database.ts", [], environment);
  const site = await startSite(settings, environment);
  opened(site.stop);
  const floor = await startFloor(environment);
  const urls = { BENCH_SITE_URL: environment.NEXTAUTH_URL, BENCH_FLOOR_URL: floor.url };
  const server = await program("server.ts", [], { ...environment, ...urls });
  const field = size === province ? await program("field.ts", [], { ...environment, ...urls }) : 0;
  floor.stop();
  await site.stop();
  const law = await program("law.ts", [], environment);
  await administer(postgres.superUrl("postgres"), `DROP DATABASE ${name} WITH (FORCE)`);
  return Math.max(database, server, field, law);
}

/** @param {number[]} sizes @param {string} dataDir @param {Opened} opened */
async function measure(sizes, dataDir, opened) {
  const postgres = await step("database ready", () => startPostgres({ dataDir: join(dataDir, "database") }));
  opened(postgres.stop);
  await bringToHead({ appUrl: postgres.appUrl(), ownerUrl: postgres.ownerUrl() });
  await step("province created", () => seed(postgres.ownerUrl()));
  await step(
    (done) => done,
    () => ensureBuilt(readSecrets(dataDir)),
  );
  let code = 0;
  for (const size of sizes) code = Math.max(code, await measureWorld(postgres, size, opened));
  return code;
}

await run(async () => {
  const sizes = sizesOf(process.argv.slice(2));
  const dataDir = join(root, ".data/bench");
  rmSync(dataDir, { recursive: true, force: true });
  writableFolder(dataDir);
  await ensureClient();
  const stopped = stopAsked().then(() => 1);
  let code = 1;
  await closingAll(async (opened) => {
    code = await Promise.race([measure(sizes, dataDir, opened), stopped]);
  });
  rmSync(dataDir, { recursive: true, force: true });
  return code;
});
