import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { groupBy } from "@/lib/kernel/collections";
import { en } from "@/messages/en";
import { vi } from "@/messages/vi";

/** What a page about one record calls itself, and the keys of its own words. */
const keyIn = /getTranslations\("(\w+)"\)\)?\(\s*"([\w.]+)"|turnTitle\("(\w+)"\)/;
const ofRecord =
  /(?:agency|visit|ownVisit|plannedVisit|candidate|programme|document|law|finding|account|import|turn)Title\(|titledPage\("[^"]+", async \(_?viewer, (?:\{|params)/;

const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("page.tsx"))
  .map((name) => join("app", name))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }))
  .filter(({ path }) => path !== "app/page.tsx");

/** Pages about the same thing: those below the same record, or below none. */
const placeOf = (path: string): string => /^.*\]/.exec(path)?.[0] ?? "";

function titleIn(messages: object, text: string): string {
  const [, noun = "findings", key, act] = keyIn.exec(text) ?? [];
  const path = [noun, ...(key ?? `act.${act ?? ""}.title`).split(".")];
  const found = path.reduce<unknown>((tree, step) => (tree as Record<string, unknown>)[step], messages);
  return typeof found === "string" ? found : "";
}

describe.each([
  ["vi", vi],
  ["en", en],
])("in %s", (_locale, messages) => {
  it("every page has a title, and no two pages of one thing the same", () => {
    expect(pages.length).toBeGreaterThan(50);
    const titles = pages
      .filter(({ path }) => !path.includes("/history/["))
      .map(({ path, text }) => ({ path, title: titleIn(messages, text) }));
    expect(titles.filter(({ title }) => title.length < 3)).toEqual([]);
    const seen = groupBy(titles, ({ path, title }) => `${placeOf(path)} ${title}`);
    expect([...seen.values()].filter((group) => group.length > 1)).toEqual([]);
  });
});

it("a page about one record names it", () => {
  const nameless = pages.filter(
    ({ path, text }) => path.includes("[") && !path.includes("[secret]") && !ofRecord.test(text),
  );
  expect(nameless.map(({ path }) => path)).toEqual([]);
});
