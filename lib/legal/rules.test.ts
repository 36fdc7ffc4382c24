import { expect, it } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import type { Basis } from "@/lib/legal/types";
import { articleIn, requirementTexts } from "@/lib/legal/rules";

const circular: Basis = {
  kind: "circular",
  number: "26/2014/TT-BKHCN",
  issuer: "Bộ Khoa học và Công nghệ",
  issuedOn: plainDate("10/10/2014"),
  title: "Quy định chi tiết",
};

it.each([
  ["QĐ19 Đ4", "19/2014/QĐ-TTg", "Điều 4"],
  ["QĐ19 Đ4 k3", "19/2014/QĐ-TTg", "khoản 3 Điều 4"],
  ["QĐ19 Đ4 k4c; CV419", "19/2014/QĐ-TTg", "điểm c khoản 4 Điều 4"],
  ["QĐ19/TT26", "26/2014/TT-BKHCN", ""],
  ["QĐ19 Đ4; TT26 Đ7 k2h", "26/2014/TT-BKHCN", "điểm h khoản 2 Điều 7"],
  ["5.3", "19/2014/QĐ-TTg", ""],
])("the basis %s names of %s: %s", (basis, number, article) =>
  expect(articleIn(basis, number)).toBe(article),
);

it("cites a document in full where it comes first, and in short from there on", () => {
  const findings = [
    { questionCode: "C.4", requirement: "", law: circular },
    { questionCode: "D.2", requirement: "TCVN ISO 9001:2008, 5.3" },
    { questionCode: "C.5", requirement: "", law: circular },
  ];
  const basisOf = (code: string): string => (code === "C.5" ? "TT26 Đ7" : "TT26");
  expect(requirementTexts(findings, [], basisOf)).toEqual([
    "Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ Khoa học và Công nghệ",
    "TCVN ISO 9001:2008, điều 5.3",
    "Thông tư số 26/2014/TT-BKHCN, Điều 7",
  ]);
  expect(requirementTexts(findings, [circular], basisOf)[0]).toBe("Thông tư số 26/2014/TT-BKHCN");
});
