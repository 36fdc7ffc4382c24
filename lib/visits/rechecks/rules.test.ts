import { expect, it, test } from "vitest";

import { minutesText } from "@/lib/visits/minutes/rules";
import { absent, type MinutesSheet } from "@/lib/visits/minutes/types";
import { findingsLeft, recheckProblems, savesOf } from "@/lib/visits/rechecks/rules";

const earlier = [
  { id: "a", questionCode: "D.2" },
  { id: "b", questionCode: "F.1" },
];

it("names what has not been looked at", () => {
  const rechecks = { b: { outcome: "corrected" as const, note: "" } };
  expect(findingsLeft(earlier, rechecks).map(({ id }) => id)).toEqual(["a"]);
  expect(recheckProblems(earlier, rechecks)).toEqual([{ code: "rechecks-left", values: { codes: "D.2" } }]);
  expect(recheckProblems(earlier, {})).toEqual([{ code: "rechecks-left", values: { codes: "D.2, F.1" } }]);
  expect(recheckProblems([], {})).toEqual([]);
});

it.each([
  ["corrected", "", []],
  ["partly_corrected", "", ["recheck-note"]],
  ["not_corrected", "", ["recheck-note"]],
  ["partly_corrected", "Còn tầng 2", []],
  ["not_corrected", "Bản cũ vẫn treo", []],
] as const)("%s with the note %j: %j", (outcome, note, codes) => {
  const problems = recheckProblems([{ id: "a", questionCode: "D.2" }], { a: { outcome, note } });
  expect(problems.map(({ code }) => code)).toEqual(codes);
});

it("counts how often rechecks were saved", () => {
  expect(savesOf([{ version: 1 }, { version: 3 }])).toBe(4);
});

const sheet: MinutesSheet = {
  visitId: "v",
  answers: {},
  photos: {},
  rechecks: {},
  findings: [],
  conclusion: "",
  representative: absent,
};

test("any change of a recheck changes the text that the fingerprint is taken over; none leaves older texts as they were", () => {
  const of = (rechecks: MinutesSheet["rechecks"]): string => minutesText({ ...sheet, rechecks });
  const corrected = of({ a: { outcome: "corrected", note: "" } });
  expect(of({ a: { outcome: "partly_corrected", note: "" } })).not.toBe(corrected);
  expect(of({ a: { outcome: "corrected", note: "x" } })).not.toBe(corrected);
  expect(of({})).not.toContain("rechecks");
});
