import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { readSettings, siteUrl } from "@/scripts/launch/settings.mjs";
import { startSite } from "@/scripts/launch/site.mjs";
import { environmentFor } from "@/scripts/launch/world.mjs";
import { freePort } from "@/scripts/postgres/access.mjs";
import { adoptDatabase, cloneDatabase } from "@/tests/support/database/database";

export type Copy = { site: string; stop: () => Promise<void> };

/** The same build over a world of its own, in which the proofs create from now on. */
export async function serveCopy(): Promise<Copy> {
  const folder = process.env.E2E_DATA_DIR ?? ".data/e2e";
  const database = await cloneDatabase({ dataDir: join(folder, "database"), template: "nenep_untouched" });
  adoptDatabase(database);
  const dataDir = join(folder, "copy");
  mkdirSync(dataDir, { recursive: true });
  const settings = { ...readSettings(), host: "127.0.0.1", port: await freePort(), dataDir };
  const { stop } = await startSite(settings, environmentFor(settings, database.appUrl, true));
  return { site: siteUrl(settings), stop: () => stop().then(database.drop) };
}
