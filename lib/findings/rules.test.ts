import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findingProblems, preciseOnly, repeatedParts } from "@/lib/findings/rules";
import type { FindingDraft } from "@/lib/findings/types";

const ofBefore: FindingDraft = {
  questionCode: "D.2",
  severity: "minor",
  evidence: "Niêm yết bản chính sách ký năm 2012",
  scope: "Trụ sở chính",
  dueOn: null,
};
const finding: FindingDraft = {
  ...ofBefore,
  reference: "Bảng tin tầng 1, xem ngày 12/10/2017",
  requirement: "TCVN ISO 9001:2008, 5.3",
};
const found = (changed: Partial<FindingDraft>) =>
  findingProblems({ ...finding, ...changed }).map(({ code, field }) => [code, field]);

describe("a finding in its parts", () => {
  it("is enough when each part says something of its own", () => {
    expect(found({})).toEqual([]);
  });
  it.each([
    ["what was seen", { evidence: "" }, "finding-evidence", "evidence.D.2"],
    ["where", { reference: "" }, "finding-reference", "reference.D.2"],
    [
      "where, without code, number or date",
      { reference: "Sổ theo dõi" },
      "finding-reference",
      "reference.D.2",
    ],
    ["which requirement", { requirement: "" }, "finding-requirement", "requirement.D.2"],
    ["how far it reaches", { scope: "" }, "finding-scope", "scope.D.2"],
    [
      "scope that repeats the evidence",
      { scope: "niêm yết bản chính sách, ký năm 2012!" },
      "part-repeated",
      "scope.D.2",
    ],
  ])("says at the field itself that it wants %s", (_, changed, code, field) => {
    expect(found(changed)).toEqual([[code, field]]);
  });
  it.each([
    ["evidence", "finding-evidence"],
    ["reference", "finding-reference"],
    ["requirement", "finding-requirement"],
    ["scope", "finding-scope"],
  ])("says that %s is wanting where it is filled with signs alone", (part, code) => {
    for (const signs of ["-", "…", "---", " . ", "?!"])
      expect(found({ [part]: signs })).toEqual([[code, `${part}.D.2`]]);
  });
  it("says everything that is wanting at once", () => {
    expect(found({ evidence: "", reference: "", requirement: "", scope: "" })).toHaveLength(4);
  });
  it.each(["Chưa đầy đủ", "Còn thiếu sót, cần khắc phục", "Thực hiện chưa nghiêm túc", "Incomplete"])(
    "is not satisfied by “%s” alone, nor pasted everywhere",
    (phrase) => {
      expect(found({ evidence: phrase, reference: "", scope: "" })).toHaveLength(2);
      expect(found({ evidence: phrase, reference: phrase, scope: phrase })).toHaveLength(2);
    },
  );
  it("is received from an app of before, which asked for evidence and scope alone", () => {
    expect(findingProblems(ofBefore)).toEqual([]);
  });
});

it("no phrase whatever fills two parts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (phrase) => {
      expect(found({ evidence: phrase, reference: phrase, scope: phrase }).length).toBeGreaterThan(0);
    }),
  );
});

it("names each part that repeats one before it, once", () => {
  const parts = [
    ["a", "Đã sửa"],
    ["b", "đã sửa."],
    ["c", ""],
    ["d", ""],
    ["e", "ĐÃ SỬA"],
  ] as const;
  expect(repeatedParts(parts).map(({ field }) => field)).toEqual(["b", "e"]);
});

it("keeps a requirement only where it says more than the question does", () => {
  const asked = "Thông tư 26/2014/TT-BKHCN";
  expect(preciseOnly({ ...finding, requirement: asked }, asked)).not.toHaveProperty("requirement");
  expect(preciseOnly(ofBefore, asked)).not.toHaveProperty("requirement");
  const precise = { ...finding, requirement: `khoản 2 Điều 5 ${asked}` };
  expect(preciseOnly(precise, asked)).toEqual(precise);
  expect(preciseOnly({ ...finding, requirement: "" }, asked).requirement).toBe("");
});
