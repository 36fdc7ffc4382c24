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
  it.each([
    ["cause", "Chưa thực hiện đầy đủ", "answer-cause"],
    ["correction", "Đã khắc phục", "answer-correction"],
    ["correctiveAction", "Thực hiện đúng quy định, kịp thời", "answer-action"],
    ["doneBy", "2017-10-11", "date-before"],
  ])("says at %s what is missing", (field, value, code) => {
    expect(answerProblems({ ...good, [field]: value }, raisedOn)).toMatchObject([{ code, field }]);
  });
  it("says everything at once", () => {
    const empty = {
      ...good,
      cause: "chưa đầy đủ",
      correction: "chưa đầy đủ",
      correctiveAction: "chưa đầy đủ",
    };
    expect(answerProblems(empty, raisedOn)).toHaveLength(3);
  });
});
