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
  [...new Set([...sentence.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] ?? ""))].sort();

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
