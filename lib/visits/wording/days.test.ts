import { expect, it } from "vitest";

import type { MinutesSheet, VisitHours } from "@/lib/visits/minutes/types";
import { sealedWith } from "@/lib/visits/wording/rules";
import { plainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { frame, sheet, visit } from "@/tests/papers/whole-visit";

const [first, next] = [plainDate("02/01/2018"), plainDate("03/01/2018")];
const [evening, late] = ["17:40" as PlainTime, "00:15" as PlainTime];

const textOf = (hours: VisitHours, signedOn: MinutesSheet["signedOn"]): string =>
  sealedWith(
    { visit: { ...visit, plannedOn: plainDate("04/01/2018") }, frame },
    { ...sheet, hours, signedOn },
  )
    .words.body.map((block) => ("text" in block ? block.text : ""))
    .join("\n");

it("names the day of the work, whenever it is read, signed or was planned", () => {
  const said = textOf({ startedAt: "08:10" as PlainTime, endedAt: evening, startedOn: first }, next);
  expect(said).toContain("Thời gian bắt đầu: 08 giờ 10 phút, ngày 02 tháng 01 năm 2018.");
  expect(said).toContain("kết thúc vào 17 giờ 40 phút cùng ngày");
  expect(said).toContain("cùng nghe và ký ngày 03 tháng 01 năm 2018, lập thành");
  expect(said).not.toContain("04 tháng 01");
});

it("names the day on which the work ended where it is the next one", () => {
  const hours = { startedAt: "22:10" as PlainTime, endedAt: late, startedOn: first, endedOn: next };
  const said = textOf(hours, next);
  expect(said).toContain("Biên bản kết thúc vào 00 giờ 15 phút ngày 03 tháng 01 năm 2018, đã được đọc lại");
  expect(said).toContain("cùng nghe, lập thành");
});
