import { expect, it } from "vitest";

import { unbroken } from "@/lib/kernel/unbroken";

it.each([
  ["Quyết định số 19/2014/QĐ-TTg, khoản 3 Điều 4", "Quyết định số 19/2014/QĐ-TTg, khoản~3~Điều~4"],
  ["điểm h khoản 2 Điều 7", "điểm~h khoản~2~Điều~7"],
  ["TCVN ISO 9001:2008, điều 5.3; câu D.2", "TCVN ISO~9001:2008, điều~5.3; câu~D.2"],
  ["nêu tại mục IV, Ảnh 1, 2", "nêu tại mục~IV, Ảnh~1, 2"],
  ["Mục tiêu và điểm tồn tại, câu hỏi, ảnh chụp", "Mục tiêu và điểm tồn tại, câu hỏi, ảnh chụp"],
])("%s", (text, tied) => {
  expect(unbroken(text).replaceAll("\u00a0", "~")).toBe(tied);
  expect(unbroken(text).replaceAll("\u00a0", " ")).toBe(text);
});
