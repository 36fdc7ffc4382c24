// @ts-check
// The site as `npm start` serves it, on a data folder of its own that begins empty: what the browser tests open.
import { rmSync } from "node:fs";
import { join } from "node:path";

import pg from "pg";

import { readSettings } from "../../scripts/launch/settings.mjs";
import { serve } from "../../scripts/launch/serve.mjs";
import { run, step } from "../../scripts/launch/steps.mjs";
import { readAccess, urlsOf } from "../../scripts/postgres/access.mjs";

const { dataDir } = readSettings();

/** The world as it was made, for tests after which nothing else could be done with it: they take copies of this one. */
async function keepWorld() {
  const access = readAccess(join(dataDir, "database"));
  if (!access) throw new Error("the site for tests has a database of its own");
  const client = new pg.Client({ connectionString: urlsOf(access).superUrl("postgres") });
  await client.connect();
  try {
    await client.query("create database nenep_untouched template nenep owner nenep_owner");
  } finally {
    await client.end();
  }
}

await run(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  await serve({ worldMade: () => step("world kept", keepWorld) });
});
