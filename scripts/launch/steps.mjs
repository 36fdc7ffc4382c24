// @ts-check
import { lineFor, Trouble } from "./trouble.mjs";

/** @param {number} since */
export const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Does one thing and says how long it took. The name may depend on what came of it.
 *
 * @template T
 * @param {string | ((result: T) => string)} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = performance.now();
  const result = await work();
  console.log(`✓ ${typeof name === "string" ? name : name(result)} (${secondsSince(start)})`);
  return result;
}

/**
 * Runs a program; whatever stops it is one line on stderr and exit code 1.
 *
 * @param {() => Promise<number | void>} program
 */
export async function run(program) {
  try {
    process.exit((await program()) ?? 0);
  } catch (error) {
    console.error(`✗ ${lineFor(error)}`);
    if (!(error instanceof Trouble) && process.env["DEBUG"]) console.error(error);
    process.exit(1);
  }
}
