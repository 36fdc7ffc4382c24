import { describe, expect, it } from "vitest";

import { runsOf } from "@/components/procedures/runs";

/** Each run of one side, what changed in brackets. */
const said = (before: string | null, after: string | null, side: "before" | "after"): string =>
  runsOf(before, after, side)
    .map(({ text, changed }) => (changed ? `[${text}]` : text))
    .join("");

describe("what changed in a paragraph", () => {
  it.each([
    [
      "a word",
      "Trả trong 05 ngày làm việc.",
      "Trả trong 03 ngày làm việc.",
      "Trả trong [05] ngày làm việc.",
      "Trả trong [03] ngày làm việc.",
    ],
    [
      "some words in a row, marked once",
      "Trình trưởng phòng, phó trưởng phòng ký rồi gửi văn thư để phát hành.",
      "Trình chánh văn phòng ký rồi gửi văn thư để phát hành.",
      "Trình [trưởng phòng, phó trưởng ]phòng ký rồi gửi văn thư để phát hành.",
      "Trình [chánh văn] phòng ký rồi gửi văn thư để phát hành.",
    ],
    [
      "what was added to it",
      "Cam kết đúng hạn",
      "Cam kết đúng hạn, công khai và minh bạch với mọi người dân",
      "Cam kết đúng hạn",
      "Cam kết đúng hạn[, công khai và minh bạch với mọi người dân]",
    ],
    [
      "all of it, though some words stand in both",
      "Cán bộ tiếp nhận ghi sổ của phòng và trả phiếu hẹn",
      "Người dân nộp qua mạng, hệ thống trả lời của bộ phận một cửa",
      "[Cán bộ tiếp nhận ghi sổ của phòng và trả phiếu hẹn]",
      "[Người dân nộp qua mạng, hệ thống trả lời của bộ phận một cửa]",
    ],
  ] as const)("is %s", (_, before, after, out, put) => {
    expect(said(before, after, "before")).toBe(out);
    expect(said(before, after, "after")).toBe(put);
  });

  it("is all of what has no opposite", () => {
    expect(said("Bỏ hẳn", null, "before")).toBe("[Bỏ hẳn]");
    expect(said(null, "Mới hẳn", "after")).toBe("[Mới hẳn]");
  });

  it("never loses a letter, and no two runs of a kind stand side by side", () => {
    const texts = ["", "a b c", "a, b; c", "x y z", "a x c", "  a  b ", "b c a"];
    for (const before of texts)
      for (const after of texts)
        for (const side of ["before", "after"] as const) {
          const runs = runsOf(before, after, side);
          expect(runs.map(({ text }) => text).join("")).toBe(side === "before" ? before : after);
          expect(runs.some((run, n) => run.changed === runs[n + 1]?.changed)).toBe(false);
        }
  });
});
