import { expect, test } from "vitest";

import { en } from "@/messages/en";
import { vi } from "@/messages/vi";

const sentences = (tree: object, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : sentences(value as object, `${path}${key}.`),
  );

test("no tag of a sentence has the name of a figure in it: one would be filled in for the other", () => {
  const clashing = [...sentences(vi), ...sentences(en)].filter(([, sentence]) =>
    [...sentence.matchAll(/<(\w+)>/g)].some(([, tag]) => sentence.includes(`{${tag ?? ""}}`)),
  );
  expect(clashing.map(([key]) => key)).toEqual([]);
});
