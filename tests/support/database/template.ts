import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

import { ensureClient } from "@/scripts/launch/world.mjs";
import { bringToHead } from "@/scripts/launch/schema.mjs";
import { seed } from "@/scripts/launch/seed.mjs";
import { startPostgres } from "@/scripts/postgres.mjs";

const template = "nenep";

declare module "vitest" {
  interface ProvidedContext {
    database: { port: number; dataDir: string; template: string; secret: string };
  }
}

/** One PostgreSQL for a run of the tests, with one database migrated and seeded, from which every test file clones its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "nenep-test-"));
  const postgres = await startPostgres({ dataDir, forTests: true });
  const close = async (): Promise<void> => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await ensureClient();
    await bringToHead({ appUrl: postgres.appUrl(), ownerUrl: postgres.ownerUrl() });
    await seed(postgres.ownerUrl());
  } catch (error) {
    await close();
    throw error;
  }
  project.provide("database", {
    port: postgres.port,
    dataDir,
    template,
    secret: randomBytes(32).toString("base64"),
  });
  return close;
}
