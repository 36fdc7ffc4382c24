// @ts-check
import { readChecks, browserReport, vitestReport } from "./reports.mjs";
import { buildSite, installBrowser, installOffice, installPackages } from "./prepare.mjs";
import { tool } from "./tools.mjs";

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, output: string }} Result
 * @typedef {{ name: string, needs?: string[], beside?: boolean, run: () => Promise<Result> }} Step
 */

/** @type {Step[]} */
export const steps = [
  { name: "install", run: installPackages },
  { name: "format", needs: ["install"], beside: true, run: () => tool("prettier", "--check", ".") },
  {
    name: "types",
    needs: ["install"],
    beside: true,
    run: () => readChecks([() => tool("next", "typegen"), () => tool("tsc", "--noEmit")]),
  },
  { name: "lint", needs: ["types"], beside: true, run: () => tool("eslint", ".", "--max-warnings", "0") },
  {
    name: "rooms",
    needs: ["install"],
    beside: true,
    run: () => tool("depcruise", "app", "components", "lib", "messages"),
  },
  { name: "unused", needs: ["install"], beside: true, run: () => tool("knip") },
  { name: "unit", needs: ["install"], beside: true, run: () => vitestReport("unit") },
  { name: "database", needs: ["install"], run: () => vitestReport("db") },
  { name: "office", needs: ["install"], run: installOffice },
  { name: "papers", needs: ["office"], run: () => vitestReport("papers") },
  { name: "build", needs: ["install"], run: buildSite },
  { name: "chromium", needs: ["install"], run: installBrowser },
  { name: "browser", needs: ["build", "chromium"], run: browserReport },
];
