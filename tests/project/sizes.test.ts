import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect, test } from "vitest";

const mostBytes = 10_000;
const mostLines = 300;

const folders = ["app", "bench", "components", "e2e", "lib", "prisma", "scripts", "tests"];
/** Data is as long as what it lists. */
const data = "prisma/seed/data/";

/** Every source below a folder that is written by hand, by its path from there. */
const sourcesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:[cm]?[jt]s|tsx|css)$/.test(path))
    .sort();

const sourcesOf = (root: string): string[] =>
  folders
    .flatMap((folder) => sourcesIn(join(root, folder)).map((path) => join(folder, path)))
    .filter((path) => !path.startsWith(data));

/** The files of lib/, tests aside, that hold more than one thought can. */
const tooHeavy = (root: string): string[] =>
  sourcesOf(root)
    .filter((path) => path.startsWith("lib/") && !/\.test\.tsx?$/.test(path))
    .filter((path) => statSync(join(root, path)).size > mostBytes);

const linesOf = (path: string): number => readFileSync(path, "utf8").trimEnd().split("\n").length;

/** The sources, tests and styles among them, in which a reader loses the place. */
const tooLong = (root: string): string[] =>
  sourcesOf(root).filter((path) => linesOf(join(root, path)) > mostLines);

test("no file of lib/ is over ten kilobytes, tests aside", () => {
  expect(tooHeavy(".")).toEqual([]);
});

test("no source is over 300 lines", () => {
  expect(tooLong(".")).toEqual([]);
});

test("a file that is too heavy or too long is named; a test may be heavy, and data long", () => {
  const root = mkdtempSync(join(tmpdir(), "sizes-"));
  const planted: Record<string, string> = {
    "app/page.css": "a\n".repeat(mostLines + 1),
    "app/styles.css": "a\n".repeat(mostLines),
    "lib/visits/rules.ts": "a".repeat(mostBytes + 1),
    "lib/visits/queries.ts": "a".repeat(mostBytes),
    "lib/visits/rules.test.ts": "a".repeat(mostBytes + 1),
    "lib/visits/queries.test.ts": "a\n".repeat(mostLines + 1),
    [`${data}agencies.ts`]: "a\n".repeat(mostLines + 1),
  };
  try {
    for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
    for (const [path, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    expect(tooHeavy(root)).toEqual(["lib/visits/rules.ts"]);
    expect(tooLong(root)).toEqual(["app/page.css", "lib/visits/queries.test.ts"]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
