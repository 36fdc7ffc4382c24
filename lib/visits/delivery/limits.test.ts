import { expect, it } from "vitest";

import { mostKeepings, mostLetters, tooMuchKept } from "@/lib/visits/delivery/limits";

const now = new Date("2017-12-31T10:00:00Z");
const ago = (minutes: number, letters = 10) => ({ at: new Date(now.getTime() - minutes * 60_000), letters });
const many = (n: number, minutes = 30) => Array.from({ length: n }, () => ago(minutes));
const waits = (minutes: number) => ({ ok: false, problems: [{ code: "too-often", values: { minutes } }] });

it.each([
  ["nothing", [], null],
  ["one fewer than the most", many(mostKeepings - 1), null],
  ["as many as may be", many(mostKeepings), waits(60)],
  ["as many, the first nearly a day old", [ago(1425), ...many(mostKeepings)], waits(15)],
  ["one as long as all may be together", [ago(30, mostLetters)], waits(60)],
  ["one that is shorter by a letter", [ago(30, mostLetters - 1)], null],
])("%s", (_name, keepings, wait) => {
  expect(tooMuchKept(keepings, now)?.problems).toEqual(wait?.problems);
});
