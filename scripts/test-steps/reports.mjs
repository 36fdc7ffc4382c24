// @ts-check
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { root } from "../launch/programs.mjs";
import { runTool } from "./tools.mjs";

/** @typedef {import("./steps.mjs").Result} Result */

/** @param {string} file */
const reportPath = (file) => join(root, "test-results", file);

/**
 * The counts of a report. A run that failed without a failed test, or left no report, counts as one failure.
 *
 * @param {string} file
 * @param {{ code: number, output: string }} outcome
 * @param {(report: any) => { passed: number, failed: number, skipped: number }} count
 * @returns {Result}
 */
function countsOf(file, { code, output }, count) {
  const report = existsSync(reportPath(file))
    ? JSON.parse(readFileSync(reportPath(file), "utf8"))
    : undefined;
  const counts = report ? count(report) : { passed: 0, failed: 0, skipped: 0 };
  const broken = counts.failed === 0 && (code !== 0 || !report);
  return { ...counts, failed: broken ? 1 : counts.failed, output };
}

/** @param {"unit" | "db" | "papers"} project */
export async function vitestReport(project) {
  const file = `${project}.json`;
  rmSync(reportPath(file), { force: true });
  const outcome = await runTool("vitest", [
    ...["run", "--project", project, "--no-color"],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${reportPath(file)}`],
  ]);
  return countsOf(file, outcome, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

export async function browserReport() {
  const file = "browser.json";
  rmSync(reportPath(file), { force: true });
  const outcome = await runTool("playwright", ["test"]);
  return countsOf(file, outcome, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}
