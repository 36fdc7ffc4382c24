// @ts-check
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import { readIfThere, writableFolder, writeSecret } from "./folder.mjs";
import { root } from "./programs.mjs";
import { Trouble } from "./trouble.mjs";

/** @param {string} name @param {string} otherwise */
const setting = (name, otherwise) => process.env[name] || otherwise;

function readPort() {
  const port = Number(setting("PORT", "3000"));
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Trouble(`PORT is ${process.env["PORT"]}: it must be a number from 1 to 65535.`);
}

/** Takes the settings written down in `.env`, where there is one: whatever is set for this one start counts before them. */
export function readOwnSettings() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** What a person may choose, from the environment. */
export function readSettings() {
  return {
    host: setting("HOST", "127.0.0.1"),
    port: readPort(),
    dataDir: resolve(root, setting("DATA_DIR", ".data")),
    databaseUrl: process.env["DATABASE_URL"] || undefined,
    ownerUrl: process.env["DATABASE_OWNER_URL"] || undefined,
    seedAsked: process.env["SEED"] === "demo",
  };
}

/** @typedef {ReturnType<typeof readSettings>} Settings */

/** Drawn once and kept in the data folder, unless given. @param {string} dataDir @param {string} name */
function secret(dataDir, name) {
  const given = process.env[name];
  if (given) return given;
  const file = join(dataDir, `${name.toLowerCase().replaceAll("_", "-")}.secret`);
  const kept = readIfThere(file)?.trim();
  if (kept) return kept;
  const drawn = randomBytes(32).toString("base64");
  writableFolder(dataDir);
  writeSecret(file, `${drawn}\n`);
  return drawn;
}

/** @param {string} dataDir */
export const readSecrets = (dataDir) => ({
  NEXTAUTH_SECRET: secret(dataDir, "NEXTAUTH_SECRET"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secret(dataDir, "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"),
});

/** Where a person types the address, and where we ask it ourselves. @param {Settings} settings */
export function siteUrl({ host, port }) {
  const reachable =
    { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? (host.includes(":") ? `[${host}]` : host);
  return `http://${reachable}:${port}`;
}
