import { appendFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { test } from "@playwright/test";

/** Emptied by the runner when a run begins. */
const folder = (): string => join(test.info().project.outputDir, "looks");

/** Notes that the page at this address was held to the rules of accessibility. */
export function noteLook(path: string): void {
  mkdirSync(folder(), { recursive: true });
  appendFileSync(join(folder(), String(test.info().workerIndex)), `${path}\n`);
}

/** Every address that was looked at in this run. */
export const looks = (): string[] =>
  readdirSync(folder()).flatMap((file) => readFileSync(join(folder(), file), "utf8").trim().split("\n"));
