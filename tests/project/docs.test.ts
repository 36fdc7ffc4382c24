import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { describe, expect, it } from "vitest";

type Rules = { forbidden: { name: string }[] };

/** The rooms that must not know those after them: all but the last. */
const ordered = (createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as Rules).forbidden
  .filter(({ name }) => name.endsWith("-imports-from-above"))
  .map(({ name }) => name.replace("-imports-from-above", ""));

const read = (file: string): string => readFileSync(file, "utf8");
const guides = ["README.md", "CONTRIBUTING.md", "docs/architecture.md"];

/** What stands between backticks and looks like a place in this project. */
const placesIn = (text: string): string[] =>
  [...text.matchAll(/`([\w.[\]-]+\/[\w.[\]/-]*)`/g)].map(([, place]) => place ?? "");

const isThere = (place: string): boolean => existsSync(place) || existsSync(`lib/${place}`);

describe("what a newcomer reads", () => {
  it.each(guides)("%s names only places that are there", (guide) => {
    expect(placesIn(read(guide)).filter((place) => !isThere(place))).toEqual([]);
  });

  it("names every room of lib/, in the order in which they may know each other", () => {
    const table = [...read("docs/architecture.md").matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, room]) => room);
    expect(table.toSorted()).toEqual(readdirSync("lib").toSorted());
    expect(table.slice(0, -2)).toEqual(ordered);
  });

  it("fits the rules of work on one page", () => {
    expect(read("CONTRIBUTING.md").trimEnd().split("\n").length).toBeLessThanOrEqual(60);
  });

  it("names every command of package.json", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const told = guides.map(read).join("\n");
    const missing = Object.keys(scripts).filter(
      (name) => name !== "postinstall" && !told.includes(`npm run ${name}`) && !told.includes(`npm ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("names every setting that can be written down", () => {
    const told = read(".env.example");
    const settings = [...read("scripts/launch/settings.mjs").matchAll(/(?:setting\(|env\[)"([A-Z_]+)"/g)];
    const asked = [...read("lib/platform/env.ts").matchAll(/^ {2}([A-Z_]+): optional/gm)];
    for (const [, name] of [...settings, ...asked]) expect(told).toContain(`# ${name}=`);
    expect(settings.length + asked.length).toBeGreaterThan(8);
  });

  it.each(readdirSync("docs/decisions"))("says when %s was decided", (file) => {
    const [title, , status] = read(`docs/decisions/${file}`).split("\n");
    expect(title).toMatch(new RegExp(`^# ${file.slice(0, 3)} `));
    expect(status).toMatch(/^(?:Accepted|Reversed by \d{3},) \d{4}-\d\d-\d\d\.$/);
  });
});
