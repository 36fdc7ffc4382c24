// @ts-check
import { browserReport, vitestReport } from "./reports.mjs";
import { buildSite, installBrowser, installOffice, installPackages, nameRoutes } from "./prepare.mjs";
import { tool } from "./tools.mjs";

/**
 * `cores` is how many of them the step keeps busy: all, where nothing is said.
 *
 * @typedef {{ passed: number, failed: number, skipped?: number, output: string }} Result
 * @typedef {{ name: string, needs?: string[], cores?: 0 | 1, run: () => Promise<Result> }} Step
 */

/** Every folder that we write in: what tests and starts the product obeys the same rules. */
const rooms = ["app", "components", "lib", "messages", "prisma", "e2e", "bench", "scripts", "tests"];

const lint = [".", "--max-warnings", "0"];

/** @type {Step[]} */
export const steps = [
  { name: "install", run: installPackages },
  // Packages come over the network while the cores do something else.
  { name: "office", needs: ["install"], cores: 0, run: installOffice },
  { name: "chromium", needs: ["install"], cores: 0, run: installBrowser },
  { name: "routes", needs: ["install"], cores: 1, run: nameRoutes },
  // The longest begins first, and nobody waits for it at the end.
  { name: "lint", needs: ["routes"], cores: 1, run: () => tool("eslint", ...lint) },
  {
    name: "typed",
    needs: ["routes"],
    cores: 1,
    run: () => tool("oxlint", "--type-aware", "--deny-warnings"),
  },
  { name: "types", needs: ["routes"], cores: 1, run: () => tool("tsc", "--noEmit") },
  { name: "format", needs: ["install"], cores: 1, run: () => tool("prettier", "--check", ".") },
  {
    name: "rooms",
    needs: ["install"],
    cores: 1,
    run: () => tool("depcruise", ...rooms),
  },
  { name: "unused", needs: ["install"], cores: 1, run: () => tool("knip") },
  { name: "unit", needs: ["install"], cores: 1, run: () => vitestReport("unit") },
  { name: "papers", needs: ["office", "chromium"], cores: 1, run: () => vitestReport("papers") },
  { name: "database", needs: ["install"], run: () => vitestReport("db") },
  { name: "build", needs: ["install"], run: buildSite },
  { name: "browser", needs: ["build", "chromium"], run: browserReport },
];

const rememberedLint = [
  ...lint,
  "--cache",
  "--cache-strategy",
  "content",
  "--cache-location",
  ".data/eslint",
];

/** What needs neither a database nor a browser; of lint only what changed since the last time. */
export const quickSteps = steps
  .filter(({ name }) =>
    ["install", "routes", "types", "typed", "format", "rooms", "lint", "unit"].includes(name),
  )
  .map((step) => (step.name === "lint" ? { ...step, run: () => tool("eslint", ...rememberedLint) } : step));
