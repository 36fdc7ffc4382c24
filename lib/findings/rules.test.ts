import { describe, expect, it } from "vitest";

import { findingProblems, isVague } from "@/lib/findings/rules";

describe("a finding nobody can act on", () => {
  it.each([
    "Chưa đầy đủ",
    "Còn thiếu một số nội dung",
    "Chưa thực hiện tốt theo quy định.",
    "chưa đạt yêu cầu",
    "",
  ])("%s is vague", (text) => {
    expect(isVague(text)).toBe(true);
  });
  it.each([
    "Bảng tin tầng 1 niêm yết bản ký năm 2012",
    "Quy trình QT-TNMT-05 còn viện dẫn Thông tư 17/2009/TT-BTNMT",
  ])("%s is not", (text) => {
    expect(isVague(text)).toBe(false);
  });
});

it("needs evidence and scope", () => {
  const finding = { questionCode: "D.2", severity: "minor" as const, evidence: "", scope: "", dueOn: null };
  expect(findingProblems(finding).map((each) => [each.code, each.field])).toEqual([
    ["finding-evidence", "evidence.D.2"],
  ]);
  const evidence = "Bảng tin tầng 1 niêm yết bản ký năm 2012";
  expect(findingProblems({ ...finding, evidence }).map((each) => each.code)).toEqual(["finding-scope"]);
  expect(
    findingProblems({ ...finding, evidence: "chưa đầy đủ", scope: "Trụ sở" }).map((each) => each.code),
  ).toEqual(["finding-vague"]);
  expect(findingProblems({ ...finding, evidence, scope: "Trụ sở chính" })).toEqual([]);
});
