import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { en } from "@/messages/en";
import { vi } from "@/messages/vi";

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );

const vietnamese = new Map(leaves(vi));
const english = new Map(leaves(en));

/** The names a sentence is filled with, whatever its plural forms are. */
const placeholders = (sentence: string): string[] =>
  [
    ...new Set(
      [...sentence.matchAll(/(?<!\b(?:one|other) )\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] ?? ""),
    ),
  ].sort();

/** A sentence without what depends on a count, innermost braces first. */
function withoutPlurals(sentence: string): string {
  const open = sentence.search(/\{\w+, plural,/);
  if (open < 0) return sentence;
  let [at, depth] = [open, 0];
  do {
    if (sentence[at] === "{") depth += 1;
    if (sentence[at] === "}") depth -= 1;
    at += 1;
  } while (depth > 0 && at < sentence.length);
  return sentence.slice(0, open) + withoutPlurals(sentence.slice(at));
}

/** What is filled in as a number that may be one. */
const counts =
  "count|n|total|all|days|hours|minutes|seconds|months|years|done|planned|open|overdue|waiting|sent|kept|items|photos|answers|rechecks|units|procedures|to";
const countedAlways = new RegExp(
  `\\{(?:${counts})(?:, number)?\\}(?:</?\\w+>)* (?:(?!in |of |on |not )\\w+ )?(?!is\\b|has\\b|was\\b|wants\\b|this\\b)\\w+s\\b`,
);

const quoted = (text: string): string[] => text.match(/"(?:[^"\\]|\\.)*"/g) ?? [];

describe("the two catalogues", () => {
  test("say the same things", () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort());
  });

  test("say each thing once: a key that stands twice in a file loses its first words", () => {
    const files = ["vi", "en"].flatMap((locale) =>
      readdirSync(`messages/${locale}`).map((name) => `messages/${locale}/${name}`),
    );
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      expect(quoted(JSON.stringify(JSON.parse(text))), file).toEqual(quoted(text));
    }
  });

  test("name things without a dot, which parts names from each other", () => {
    const keys = (tree: Tree): string[] =>
      Object.entries(tree).flatMap(([key, value]) => [
        key,
        ...(typeof value === "string" ? [] : keys(value)),
      ]);
    expect(keys(vi).filter((key) => key.includes("."))).toEqual([]);
  });

  test("fill each sentence with the same facts", () => {
    const uneven = [...vietnamese].filter(
      ([key, sentence]) => placeholders(sentence).join() !== placeholders(english.get(key) ?? "").join(),
    );
    expect(uneven.map(([key]) => key)).toEqual([]);
  });

  test("count one as one in English: what follows a count is a word of its plural", () => {
    const wrong = [...english].filter(([, sentence]) => countedAlways.test(withoutPlurals(sentence)));
    expect(wrong.map(([key]) => key)).toEqual([]);
    expect("{count} open findings left").toMatch(countedAlways);
    expect(withoutPlurals("{count, plural, one {a {b}} other {{count} findings}} left")).toBe(" left");
  });

  test("leave no sentence empty, and hold composed letters only", () => {
    const wrong = [...vietnamese, ...english].filter(
      ([, sentence]) => sentence.trim() === "" || sentence !== sentence.normalize("NFC"),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test("speak as a colleague: no words of guilt or penalty", () => {
    const harsh = /vi phạm|xử phạt|thanh tra(?! tỉnh)/i;
    const wrong = [...vietnamese].filter(([, sentence]) => harsh.test(sentence));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
