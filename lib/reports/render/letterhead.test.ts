import { expect, test } from "vitest";

import { fitted } from "@/lib/reports/render/letterhead";
import { boldWidth } from "@/lib/reports/render/measure";

test("the motherland is as wide as it is in Times Bold", () => {
  expect(boldWidth("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12)).toBeCloseTo(88.3, 0);
  expect(boldWidth("Độc lập - Tự do - Hạnh phúc", 13)).toBeCloseTo(56, 0);
});

test.each([
  ["SỞ KHOA HỌC VÀ CÔNG NGHỆ", ["SỞ KHOA HỌC VÀ CÔNG NGHỆ"]],
  ["CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG", ["CHI CỤC TIÊU CHUẨN", "ĐO LƯỜNG CHẤT LƯỢNG"]],
])("the name %s stands in its column as %j", (name, lines) => expect(fitted(name, 68, 12)).toEqual(lines));
