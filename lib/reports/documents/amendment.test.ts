import { describe, expect, it } from "vitest";

import { amendmentOf } from "@/lib/reports/documents/amendment";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { unregistered } from "@/lib/reports/rules";
import { office, onVisit, read, rowsIn, textOf, visit } from "@/tests/papers/made";

describe("an amendment", () => {
  const first = {
    ...read,
    opinion: "dissents" as const,
    statement: "Bảng tin đã được thay",
    fingerprint: "a".repeat(64),
  };
  const second = {
    ...read,
    version: 2,
    amends: 1,
    fingerprint: "b".repeat(64),
    reason: "Ghi thêm ngày ký.\nẢnh gửi kèm.",
    opinion: "absent" as const,
    receiptNo: "000009",
  };
  const third = { ...second, version: 3, amends: 2, fingerprint: "c".repeat(64) };
  const facts = { visit, office, registration: unregistered, illustrative: false };
  const paper = amendmentOf({ ...facts, versions: [first, second] });

  it("leaves the minutes as they were signed", () => {
    const before = minutesOf({ visit, ...onVisit, minutes: first });
    expect(textOf(before)).toContain("Bảng tin đã được thay.");
    expect(textOf(before)).not.toMatch(/thay bản|bổ sung/u);
  });

  it("is a paper of its own, which names what it adds to by its day, receipt and fingerprint", () => {
    expect(paper.title.subject).toEqual([
      "Bản bổ sung thứ 1 của Biên bản kiểm tra ngày 12 tháng 10 năm 2017",
      "tại Sở Nội vụ",
    ]);
    expect(textOf(paper)).toContain("Biên bản kiểm tra, biên nhận số 000001");
    expect(textOf(paper)).toContain(first.fingerprint);
    expect(textOf({ ...paper, body: [] })).toContain(second.fingerprint);
    expect(textOf(paper)).toContain(second.reason);
  });

  it("says nothing of the minutes again: no finding, no score, no opinion of then", () => {
    expect(textOf(paper)).not.toMatch(/Bảng tin|89,99|xếp loại|Trần Văn Tâm, Phó/u);
    expect(rowsIn(paper)).toEqual([]);
  });

  it("names every paper before it, and none after it", () => {
    const later = textOf(amendmentOf({ ...facts, versions: [first, second, third] }));
    expect(later).toContain("Bản bổ sung thứ 2 của Biên bản kiểm tra");
    for (const { fingerprint } of [first, second, third]) expect(later).toContain(fingerprint);
    expect(textOf(paper)).not.toContain(third.fingerprint);
  });
});
