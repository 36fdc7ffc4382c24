// @ts-check
import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

const lastWords = 1024 * 1024;

/** @param {string} path */
function endOf(path) {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, lastWords));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString("utf8");
  } finally {
    closeSync(file);
  }
}

/** The day and minute stand at the head of each line of the log. @param {Date} time */
const stampOf = (time) => time.toISOString().slice(0, 19).replace("T", " ");

/**
 * Whether the database said at its end that the disk is full: what failed meanwhile has this one reason, whatever the
 * programs before it make of a connection that broke.
 *
 * @param {string} folder
 * @param {Date} since
 */
export function ranOutOfSpace(folder, since) {
  const log = join(folder, "postgres.log");
  if (!existsSync(log)) return false;
  return endOf(log)
    .split("\n")
    .some((line) => /no space left on device/i.test(line) && line.slice(0, 19) >= stampOf(since));
}
