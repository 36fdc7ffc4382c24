// @ts-check
import { randomBytes } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { codeOf, Trouble } from "./trouble.mjs";

/** Makes the folder, and proves that a file can be written there: a read-only mount tells nobody beforehand. @param {string} path */
export function writableFolder(path) {
  const probe = join(path, `.probe-${process.pid}`);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(probe, randomBytes(4096));
    rmSync(probe);
  } catch (error) {
    if (existsSync(probe)) rmSync(probe);
    if (codeOf(error) === "ENOSPC") throw error;
    throw new Trouble(
      `The data folder ${path} cannot be written: choose another with DATA_DIR, or mend its rights.`,
    );
  }
}

/** @param {string} path @returns {string | undefined} */
export function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new Trouble(`${path} cannot be read (${codeOf(error)}): start as the user who made it.`);
  }
}

/** Writes whole or not at all, readable by its owner alone. @param {string} path @param {string} text */
export function writeSecret(path, text) {
  const draft = `${path}.new`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}
