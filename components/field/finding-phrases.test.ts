import { expect, it } from "vitest";

import { phrasesFor, scopeAbove, withPhrase } from "@/components/field/finding-phrases";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { FindingDraft } from "@/lib/findings/types";

const finding = (questionCode: string, scope: string, evidence = ""): FindingDraft => ({
  questionCode,
  scope,
  evidence,
  severity: "minor",
  dueOn: null,
});
const visit = {
  openBefore: [finding("A.1", "Phòng Một cửa", "Sổ theo dõi chưa ghi"), finding("A.2", "Văn phòng")],
} as unknown as PackedVisit;
const findings = [
  finding("B.1", "Phòng Một cửa ", "Bản sao chưa ký"),
  finding("B.2", ""),
  finding("B.3", ""),
];

it("offers each phrase of this visit, then of the agency's earlier findings, once", () => {
  expect(phrasesFor(visit, findings, finding("B.2", ""))).toEqual({
    scope: ["Phòng Một cửa", "Văn phòng"],
    evidence: ["Bản sao chưa ký", "Sổ theo dõi chưa ghi"],
  });
  expect(phrasesFor(visit, findings, finding("B.2", "Văn phòng")).scope).toEqual(["Phòng Một cửa"]);
});

it.each([
  ["the first has nothing above it", "B.1", "", null],
  ["takes the one before", "B.2", "", "Phòng Một cửa"],
  ["offers nothing where it says so already", "B.2", "Phòng Một cửa", null],
  ["offers nothing where the one before is empty", "B.3", "", null],
])("%s", (_what, code, scope, above) => {
  expect(scopeAbove(findings, finding(code, scope))).toBe(above);
});

it("adds a phrase behind what is written", () => {
  expect(withPhrase(" ", "Bản sao chưa ký")).toBe("Bản sao chưa ký");
  expect(withPhrase("Quy trình 01. ", "Bản sao chưa ký")).toBe("Quy trình 01.\nBản sao chưa ký");
});
