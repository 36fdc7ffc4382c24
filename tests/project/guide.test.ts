import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { vi } from "@/messages/vi";

const textsOf = (tree: unknown): string[] =>
  typeof tree === "string" ? [tree] : Object.values(tree as object).flatMap(textsOf);

/** "Lịch năm {year}" as it stands on a page of some year: only figures take the place of what is filled in. */
const shownAs = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("[\\d/]+")}$`,
  );

const guide = readFileSync("docs/huong-dan-su-dung.md", "utf8");
const named = [...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = ""]) => name.replace(/\s+/g, " "));
/** A bold word that says what bold words are. */
const ofGuide = "in đậm";

test("every button, page and field the guide names is on the screen under that name", () => {
  const shown = textsOf(vi).map(shownAs);
  expect(named.length).toBeGreaterThan(100);
  const unknown = named.filter((name) => name !== ofGuide && !shown.some((each) => each.test(name)));
  expect(unknown).toEqual([]);
});

test("the guide is composed, and asks rather than threatens", () => {
  expect(guide).toBe(guide.normalize("NFC"));
  expect(guide).not.toMatch(/vi phạm|xử phạt|thanh tra/i);
});
