// @ts-check
import { join } from "node:path";

import { capture, root } from "../launch/programs.mjs";

/** Where each tool's program is; run by this Node, so that the versions are those of the lock. */
const programs = {
  prettier: "prettier/bin/prettier.cjs",
  next: "next/dist/bin/next",
  tsc: "typescript-native/bin/tsc",
  eslint: "eslint/bin/eslint.js",
  oxlint: "oxlint/bin/oxlint",
  depcruise: "dependency-cruiser/bin/dependency-cruise.mjs",
  knip: "knip/bin/knip.js",
  vitest: "vitest/vitest.mjs",
  playwright: "@playwright/test/cli.js",
};

/** @param {keyof typeof programs} name @param {string[]} args */
export const runTool = (name, args) =>
  capture(process.execPath, [join(root, "node_modules", programs[name]), ...args], {
    NEXT_TELEMETRY_DISABLED: "1",
  });

/** @param {{ code: number, output: string }} outcome */
export const asCheck = ({ code, output }) =>
  code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };

/** A check that passes or fails as a whole. @param {keyof typeof programs} name @param {...string} args */
export const tool = async (name, ...args) => asCheck(await runTool(name, args));
