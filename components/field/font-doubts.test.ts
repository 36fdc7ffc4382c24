import { expect, it } from "vitest";

import { fontDoubtsOf } from "@/components/field/font-doubts";
import { draftOf, sheetOf } from "@/components/field/minutes";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { Held } from "@/lib/offline/types";
import { visit } from "@/tests/papers/whole-visit";

const day = plainDate("31/12/2017");
const held: Held = {
  ...{ pack: null, sheets: [], rechecks: [], items: [], photos: [], drafts: [], handovers: [], unread: [] },
};
const pack = {
  today: day,
  dueDates: { major: null, minor: null, observation: null },
} as unknown as FieldPack;

const old = "Quy tr×nh";
const clean = sheetOf(visit, held, draftOf(visit, held, pack, day), day);
const [code = "", ...others] = visit.checklist.questions.map((question) => question.code);

it("names every text of the minutes that may be of an old font, with where it is mended", () => {
  const [earlier] = visit.openBefore;
  const sheet = {
    ...clean,
    answers: {
      [code]: { outcome: "partly" as const, note: old },
      [others[0] ?? ""]: { outcome: "partly" as const, note: "Quy trình" },
    },
    rechecks: { [earlier?.id ?? ""]: { outcome: "corrected" as const, note: old } },
    findings: [
      {
        ...{ questionCode: code, severity: "minor" as const, dueOn: null },
        ...{ evidence: old, reference: old, requirement: old, scope: old, statement: old },
      },
    ],
    conclusion: old,
    representative: { ...clean.representative, statement: old },
  };
  const found = fontDoubtsOf(visit, held, sheet).map((each) =>
    [each.kind, each.code, "field" in each ? `#${each.field}` : each.part].join(" ").replaceAll(code, "*"),
  );
  expect(found).toEqual([
    `note * ${code.slice(0, 1)}`,
    `recheckNote ${earlier?.questionCode} before`.replaceAll(code, "*"),
    ...["evidence", "reference", "requirement", "scope"].map((part) => `${part} * #${part}.*`),
    "said * sign",
    "conclusion  #conclusion",
    "said  sign",
  ]);
});

it("names a caption, and nothing where all is as it should be", () => {
  const photo = { id: "p", visitId: visit.id, questionCode: code, sha256: "aa", fileName: "a.jpg" };
  const withPhoto = (caption: string) =>
    ({ ...held, photos: [{ ...photo, caption, size: 1 }] }) as unknown as Held;
  expect(fontDoubtsOf(visit, withPhoto(old), clean)).toMatchObject([
    { kind: "caption", code, question: code },
  ]);
  expect(fontDoubtsOf(visit, withPhoto("Sổ theo dõi"), clean)).toEqual([]);
});
