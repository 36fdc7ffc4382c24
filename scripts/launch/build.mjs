// @ts-check
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { buildFieldApp, fieldFolder } from "./field.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { captureProgram, root } from "./programs.mjs";
import { Trouble } from "./trouble.mjs";

const sources = [
  ...["app", "components", "lib", "messages", "public", "prisma/schema", "prisma/migrations"],
  "scripts/launch/field.mjs",
  ...["instrumentation.ts", "next.config.ts", "proxy.ts", "tsconfig.json", "package-lock.json"],
];

const standalone = join(root, ".next/standalone");
const mark = join(root, ".next/sources.sha256");

export const serverFile = join(standalone, "server.js");

const isBuilt = () =>
  existsSync(serverFile) && existsSync(mark) && readFileSync(mark, "utf8") === fingerprint(sources);

/** Next leaves to us what a content network would serve. */
function copyAssets() {
  cpSync(join(root, ".next/static"), join(standalone, ".next/static"), { recursive: true });
  if (existsSync(join(root, "public")))
    cpSync(join(root, "public"), join(standalone, "public"), { recursive: true });
  cpSync(fieldFolder, join(standalone, "public"), { recursive: true });
}

/** @param {Record<string, string>} secrets */
async function runNextBuild(secrets) {
  const { code, output } = await captureProgram("next", ["build"], {
    ...secrets,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  if (code === 0) return;
  if (/ENOSPC|no space left/i.test(output)) throw new Error("no space left");
  process.stderr.write(output);
  throw new Trouble("The site could not be built: the lines above say why.");
}

/**
 * Builds the site when its sources are not those of the last build.
 *
 * @param {Record<string, string>} secrets
 * @returns {Promise<string>} what was done
 */
export async function ensureBuilt(secrets) {
  if (isBuilt()) return "build unchanged";
  const built = fingerprint(sources);
  rmSync(mark, { force: true });
  await runNextBuild(secrets);
  await buildFieldApp();
  copyAssets();
  writeFileSync(mark, built);
  return "site built";
}
