import fc from "fast-check";
import { expect, it, test } from "vitest";

import { merge, saysAll } from "@/lib/offline/merge/rules";
import { contestedIn, reconciled } from "@/lib/offline/conflict/rules";
import type { Choice, Item, SheetAnswers } from "@/lib/offline/types";

const said = (note: string): SheetAnswers[string] => ({ outcome: "partly", note });
const sheet = (notes: Record<string, string>): SheetAnswers =>
  Object.fromEntries(Object.entries(notes).map(([code, note]) => [code, said(note)]));
const notesOf = (answers: SheetAnswers): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).map(([code, { note }]) => [code, note]));

it.each([
  [
    "what only one of them wrote is there",
    {},
    { "C.2": "b" },
    { "C.1": "a" },
    { "C.1": "a", "C.2": "b" },
    [],
  ],
  [
    "what only the colleague changed is theirs",
    { "C.1": "0" },
    { "C.1": "0" },
    { "C.1": "a" },
    { "C.1": "a" },
    [],
  ],
  ["what only I changed is mine", { "C.1": "0" }, { "C.1": "b" }, { "C.1": "0" }, { "C.1": "b" }, []],
  [
    "what both changed alike is no question",
    { "C.1": "0" },
    { "C.1": "x" },
    { "C.1": "x" },
    { "C.1": "x" },
    [],
  ],
  [
    "what both wrote differently is asked",
    {},
    { "C.1": "b", "C.2": "b" },
    { "C.1": "a" },
    { "C.1": "b", "C.2": "b" },
    ["C.1"],
  ],
] as const)("%s", (_what, base, mine, theirs, answers, asked) => {
  const merged = merge({ base: sheet(base), mine: sheet(mine), theirs: sheet(theirs) });
  expect({ answers: notesOf(merged.answers), asked: merged.asked }).toEqual({ answers, asked });
});

const conflict = (
  mine: Record<string, string>,
  theirs: Record<string, string>,
  chosen: Record<string, Choice>,
): Item => ({
  id: "mine",
  seq: 1,
  visitId: "v",
  subject: "sheet:C",
  recordedAt: "",
  body: { kind: "sheet", groupCode: "C", answers: sheet(mine) },
  tries: 1,
  version: 0,
  standing: {
    state: "conflict",
    conflict: {
      current: {
        version: "4",
        ...Object.fromEntries(
          Object.entries(theirs).flatMap(([code, note]) => [
            [`outcome.${code}`, "partly"],
            [`note.${code}`, note],
          ]),
        ),
      },
      savedBy: "A",
      savedAt: "",
      kept: "000009",
      chosen,
    },
  },
});

test("the colleague's answer to one question leaves my answers to the others, and sends them", () => {
  const item = conflict({ "C.1": "b", "C.2": "b", "C.3": "b" }, { "C.1": "a" }, { "C.1": "theirs" });
  const together = reconciled(item, { base: {} }, "again");
  expect(notesOf(together?.sheet.answers ?? {})).toEqual({ "C.1": "a", "C.2": "b", "C.3": "b" });
  expect(together?.put).toMatchObject([
    { id: "mine", standing: { state: "sent", receipt: { number: "000009" } } },
    { id: "again", tries: 0, version: null, body: { answers: together?.sheet.answers } },
  ]);
  expect(together?.sheet.version).toBe(4);
});

test("nothing comes together while a question is open", () => {
  const item = conflict({ "C.1": "b", "C.2": "b" }, { "C.1": "a", "C.2": "a" }, { "C.1": "mine" });
  expect(contestedIn(item, { base: {} })).toEqual(["C.1", "C.2"]);
  expect(reconciled(item, { base: {} }, "again")).toBeNull();
});

const answers = fc.dictionary(
  fc.constantFrom("C.1", "C.2", "C.3", "C.4"),
  fc.constantFrom("a", "b", "c").map(said),
  { noNullPrototype: true },
);
const choices = fc.dictionary(
  fc.constantFrom("C.1", "C.2", "C.3", "C.4"),
  fc.constantFrom<Choice>("mine", "theirs"),
  {
    noNullPrototype: true,
  },
);

test("no answer of either side is lost: each stands, or was changed by the other, or was decided about", () => {
  fc.assert(
    fc.property(answers, answers, answers, choices, (base, mine, theirs, chosen) => {
      const merged = merge({ base, mine, theirs }, chosen);
      for (const code of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
        const [own, other, taken] = [mine[code], theirs[code], merged.answers[code]];
        expect([own, other]).toContainEqual(taken);
        if (own === undefined) expect(taken).toEqual(other);
        if (other === undefined) expect(taken).toEqual(own);
      }
      const everything = Object.fromEntries(merged.asked.map((code) => [code, "theirs" as const]));
      expect(merge({ base, mine, theirs }, { ...chosen, ...everything }).asked).toEqual([]);
    }),
  );
});

test("both devices come to the same answers once one has chosen and the other has taken what stands", () => {
  fc.assert(
    fc.property(answers, answers, answers, (base, mine, theirs) => {
      const chosen = Object.fromEntries(
        merge({ base, mine, theirs }).asked.map((code) => [code, "mine" as const]),
      );
      const merged = merge({ base, mine, theirs }, chosen).answers;
      const other = merge({ base: theirs, mine: theirs, theirs: merged });
      expect(other.asked).toEqual([]);
      expect(saysAll(other.answers, merged)).toBe(true);
    }),
  );
});
