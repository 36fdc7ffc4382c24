import { expect, it } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import type { Basis } from "@/lib/legal/types";
import { requirementText, requirementTexts } from "@/lib/legal/rules";
import { laws as seeded } from "@/prisma/seed/data/legal";

const laws: readonly Basis[] = seeded.map((law) => ({
  ...law,
  issuedOn: plainDate(law.issuedOn),
}));

const named = laws.map(({ number }) => ({ number }));
const inShort = (requirement: string): string | undefined =>
  requirementTexts([{ requirement, laws }], named)[0];

it.each([
  ["QĐ19 Đ4", "Quyết định số 19/2014/QĐ-TTg, Điều 4"],
  [
    "QĐ19 Đ4 k3; TT26 Đ7 k2h",
    "Quyết định số 19/2014/QĐ-TTg, khoản 3 Điều 4; Thông tư số 26/2014/TT-BKHCN, điểm h khoản 2 Điều 7",
  ],
  ["QĐ19 Đ4 k4c; CV419", "Quyết định số 19/2014/QĐ-TTg, điểm c khoản 4 Điều 4; Công văn số 419/BKHCN-TĐC"],
  ["QĐ19/TT26", "Quyết định số 19/2014/QĐ-TTg; Thông tư số 26/2014/TT-BKHCN"],
  [
    "TCVN ISO 9001:2008, điều 4.2.3; TT26 Đ7 k2h; Quy chế số 5, 3 bước",
    "TCVN ISO 9001:2008, điều 4.2.3; Thông tư số 26/2014/TT-BKHCN, điểm h khoản 2 Điều 7; Quy chế số 5, 3 bước",
  ],
  ["TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, điều 5.3"],
  ["7.5; QĐ101", "7.5; QĐ101"],
  ["QĐ19/QĐ101", "QĐ19/QĐ101"],
  ["Quyết định QĐ19/2014/QĐ-TTg", "Quyết định QĐ19/2014/QĐ-TTg"],
  ["STT26, TT26b", "STT26, TT26b"],
])("says %s in full words: %s", (written, said) => {
  expect(inShort(written)).toBe(said);
});

it("leaves a sign that two documents share as it was written", () => {
  const twin: Basis = {
    ...{ kind: "decision", number: "19/QĐ-UBND", issuer: "UBND tỉnh", title: "" },
    issuedOn: plainDate("02/02/2015"),
  };
  expect(requirementText({ requirement: "QĐ19 Đ4", laws: [...laws, twin] })).toBe("QĐ19 Đ4");
});

it("cites a document in full where it comes first, and in short from there on", () => {
  const findings = ["TT26", "TCVN ISO 9001:2008, 5.3", "QĐ19 Đ4; TT26 Đ7"].map((requirement) => ({
    requirement,
    laws,
  }));
  expect(requirementTexts(findings, [{ number: "19/2014/QĐ-TTg" }])).toEqual([
    "Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ Khoa học và Công nghệ",
    "TCVN ISO 9001:2008, điều 5.3",
    "Quyết định số 19/2014/QĐ-TTg, Điều 4; Thông tư số 26/2014/TT-BKHCN, Điều 7",
  ]);
});
