import { expect, it } from "vitest";

import { english } from "@/components/field/english";
import { toldSaid } from "@/components/field/told";
import { vietnamese } from "@/components/field/words";

const codes = [{ code: "too-many-photos", values: { max: 12 } }, { code: "not-in-team" }];

it("says a refusal in the reader's language, by its codes", () => {
  const told = { problem: "như đã nghe", problems: codes };
  expect(toldSaid(told, vietnamese.problems)).toMatch(/^Mỗi câu nhận nhiều nhất 12 ảnh.*Chỉ thành viên đoàn/);
  expect(toldSaid(told, english.problems)).toMatch(
    /^A question takes at most 12 .*Only members of the audit/,
  );
});

it("repeats it as it was told where a code has no words here, without what the device said of itself", () => {
  const told = "Cuộc kiểm tra này không còn giao cho bạn. Nội dung vẫn giữ trên máy.";
  expect(toldSaid({ problem: told, problems: [...codes, { code: "of-tomorrow" }] }, english.problems)).toBe(
    "Cuộc kiểm tra này không còn giao cho bạn.",
  );
  expect(toldSaid({ problem: told }, english.problems)).toBe("Cuộc kiểm tra này không còn giao cho bạn.");
});
