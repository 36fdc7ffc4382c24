import { describe, expect, it } from "vitest";

import { answerProblems } from "@/lib/findings/answers/rules";
import { plainDate } from "@/lib/kernel/plain-date";

const raisedOn = plainDate("12/10/2017");
const good = {
  cause: "Bản ký năm 2016 chỉ lưu ở Văn phòng, chưa thay bản cũ trên bảng tin",
  correction: "Đã thay bản niêm yết ở bảng tin tầng 1 ngày 28/12/2017",
  correctiveAction: "Văn phòng chụp ảnh nơi niêm yết mỗi khi ký lại chính sách",
  doneBy: plainDate("28/12/2017"),
};

describe("an answer to a finding", () => {
  it("passes when it says why, what and how", () => {
    expect(answerProblems(good, raisedOn)).toEqual([]);
  });
  it("says at the field that it repeats another", () => {
    const pasted = { ...good, correctiveAction: "đã thay bản niêm yết ở bảng tin tầng 1, ngày 28/12/2017." };
    expect(answerProblems(pasted, raisedOn)).toMatchObject([
      { code: "part-repeated", field: "correctiveAction" },
    ]);
  });
  it("is not done before there was a finding", () => {
    const early = { ...good, doneBy: plainDate("11/10/2017") };
    expect(answerProblems(early, raisedOn)).toMatchObject([{ code: "date-before", field: "doneBy" }]);
  });
  it("says everything at once", () => {
    const once = "Chưa đầy đủ";
    const pasted = { cause: once, correction: once, correctiveAction: once, doneBy: plainDate("11/10/2017") };
    expect(answerProblems(pasted, raisedOn).map(({ field }) => field)).toEqual([
      "correction",
      "correctiveAction",
      "doneBy",
    ]);
  });
});
