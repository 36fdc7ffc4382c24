import { expect, it } from "vitest";

import { minutesText, signatoryProblems } from "@/lib/audits/minutes/rules";
import { absent, type MinutesSheet, type Signatory } from "@/lib/audits/minutes/types";

const sheet: MinutesSheet = {
  visitId: "v",
  answers: {},
  photos: {},
  rechecks: {},
  findings: [],
  conclusion: "",
  representative: absent,
};

const signatory: Signatory = { part: "leader", name: "Hà", title: "", signature: { kind: "typed" } };

it("reads as before where nobody else signed, so that old fingerprints hold", () => {
  expect(minutesText({ ...sheet, signatories: [] })).toBe(minutesText(sheet));
  expect(minutesText(sheet)).not.toContain("signatories");
});

it("says who else signed, and each change of it is another text", () => {
  const one = minutesText({ ...sheet, signatories: [signatory] });
  expect(one).toContain('"signatories":[{"name":"Hà","part":"leader"');
  for (const other of [{ name: "Hạ" }, { title: "x" }, { part: "second" as const }])
    expect(minutesText({ ...sheet, signatories: [{ ...signatory, ...other }] })).not.toBe(one);
});

it("asks for the name of who signs", () => {
  expect(signatoryProblems([signatory])).toEqual([]);
  expect(signatoryProblems([{ ...signatory, name: "" }])).toMatchObject([
    { code: "signatory-name", field: "signatory.leader" },
  ]);
});
