// @ts-check
import { availableParallelism } from "node:os";

import { secondsSince } from "../launch/steps.mjs";
import { Trouble } from "../launch/trouble.mjs";

/**
 * @typedef {import("./steps.mjs").Step} Step
 * @typedef {import("./steps.mjs").Result} Result
 */

/** Steps that the chosen ones cannot do without. @param {Step[]} steps @param {string[]} names @returns {Step[]} */
function withNeeds(steps, names) {
  const wanted = new Set(names);
  for (const step of [...steps].reverse()) {
    if (wanted.has(step.name)) for (const need of step.needs ?? []) wanted.add(need);
  }
  return steps.filter((step) => wanted.has(step.name));
}

/** @param {Step[]} steps @param {string[]} names */
function choose(steps, names) {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown)
    throw new Trouble(`No step is named ${unknown}: ${steps.map((step) => step.name).join(", ")}.`);
  return names.length === 0 ? steps : withNeeds(steps, names);
}

/** @param {Result} result */
const inWords = ({ passed, failed, skipped }) =>
  [
    [passed, "passed"],
    [failed, "failed"],
    [skipped ?? 0, "skipped"],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ") || "ready";

/** @param {Step} step @param {Result} result @param {number} start */
function report(step, result, start) {
  const good = result.failed === 0;
  if (!good) console.log(`\n${result.output.trimEnd()}\n`);
  console.log(`${good ? "✓" : "✗"} ${step.name.padEnd(9)} ${inWords(result)} (${secondsSince(start)})`);
}

/**
 * Runs one step, when what it needs is done. A step whose need failed is not run, and counts as failed: what was not seen is not
 * green.
 *
 * @param {Step} step
 * @param {Map<string, Promise<Result>>} begun
 */
async function runStep(step, begun) {
  for (const need of step.needs ?? []) {
    const result = await begun.get(need);
    if (result && result.failed > 0) return { passed: 0, failed: 1, output: `not run: ${need} failed` };
  }
  const start = performance.now();
  const result = await step.run();
  report(step, result, start);
  return result;
}

/** How many steps that keep one core busy run beside each other. */
const lanes = Math.min(2, availableParallelism());

/**
 * Runs the steps in order, those that keep one core busy beside each other.
 *
 * @param {Step[]} steps
 * @param {string[]} names
 * @returns {Promise<number>} the exit code
 */
export async function runSteps(steps, names) {
  const start = performance.now();
  /** @type {Map<string, Promise<Result>>} */
  const begun = new Map();
  /** @type {Set<Promise<unknown>>} */
  const running = new Set();
  for (const step of choose(steps, names)) {
    if (!step.beside) await Promise.all(running);
    else if (running.size >= lanes) await Promise.race(running);
    const work = runStep(step, begun);
    begun.set(step.name, work);
    const ended = work.finally(() => running.delete(ended));
    running.add(ended);
  }
  const results = await Promise.all(begun.values());
  const sum = (/** @type {"passed" | "failed"} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  console.log(`\nin ${secondsSince(start)}\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
}
