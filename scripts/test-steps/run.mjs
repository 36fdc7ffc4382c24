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

/** How much of the machine the steps may take at a time. */
const cores = Math.min(2, availableParallelism());

/** @param {Step} step */
const taking = (step) => Math.min(step.cores ?? cores, cores);

/**
 * Runs one step, whose needs are done. A step whose need failed is not run, and counts as failed: what was not seen is not green.
 *
 * @param {Step} step
 * @param {Map<string, Result>} done
 * @returns {Promise<Result>}
 */
async function runStep(step, done) {
  const failed = (step.needs ?? []).find((need) => (done.get(need)?.failed ?? 0) > 0);
  if (failed) return { passed: 0, failed: 1, output: `not run: ${failed} failed` };
  const start = performance.now();
  const result = await step.run();
  report(step, result, start);
  return result;
}

/**
 * Runs the steps, as many beside each other as there are cores for: of those whose needs are done, the first in the order that fits.
 *
 * @param {Step[]} chosen
 * @returns {Promise<Result[]>}
 */
async function runAll(chosen) {
  /** @type {Map<string, Result>} */
  const done = new Map();
  /** @type {Map<Step, Promise<void>>} */
  const running = new Map();
  const waiting = new Set(chosen);
  const free = () => [...running.keys()].reduce((left, step) => left - taking(step), cores);
  /** @param {Step} step */
  const isReady = (step) => (step.needs ?? []).every((need) => done.has(need));
  /** @param {Step} step */
  async function take(step) {
    done.set(step.name, await runStep(step, done));
    running.delete(step);
  }
  while (waiting.size + running.size > 0) {
    for (const step of waiting)
      if (isReady(step) && taking(step) <= free()) {
        waiting.delete(step);
        running.set(step, take(step));
      }
    await Promise.race(running.values());
  }
  return [...done.values()];
}

/**
 * @param {Step[]} steps
 * @param {string[]} names
 * @returns {Promise<number>} the exit code
 */
export async function runSteps(steps, names) {
  const start = performance.now();
  const results = await runAll(choose(steps, names));
  const sum = (/** @type {"passed" | "failed"} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  console.log(`\nin ${secondsSince(start)}\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
}
