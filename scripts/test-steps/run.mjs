// @ts-check
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
 * Runs the steps in order. A step whose need failed is not run, and counts as failed: what was not seen is not green.
 *
 * @param {Step[]} steps
 * @param {string[]} names
 * @returns {Promise<number>} the exit code
 */
export async function runSteps(steps, names) {
  const start = performance.now();
  const total = { passed: 0, failed: 0 };
  /** @type {Set<string>} */
  const broken = new Set();
  for (const step of choose(steps, names)) {
    const since = performance.now();
    const missing = (step.needs ?? []).find((need) => broken.has(need));
    const result = missing
      ? { passed: 0, failed: 1, output: `not run: ${missing} failed` }
      : await step.run();
    if (result.failed > 0) broken.add(step.name);
    total.passed += result.passed;
    total.failed += result.failed;
    report(step, result, since);
  }
  console.log(`\nin ${secondsSince(start)}\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}
