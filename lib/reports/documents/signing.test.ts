import { describe, expect, it } from "vitest";

import { amendmentOf } from "@/lib/reports/documents/amendment";
import type { Block } from "@/lib/reports/documents/model";
import { clocksOf, minutesDays, opinionBlocks, proofOf } from "@/lib/reports/documents/signing";
import { plainDate } from "@/lib/kernel/plain-date";
import { unregistered } from "@/lib/reports/rules";
import { minutes, office, visit } from "@/tests/papers/sample";

const at = (time: string): Date => new Date(`2017-10-12T${time}:00Z`);
const textOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => ("text" in block ? block.text : "")).join("\n");

describe("when minutes were signed and when they arrived", () => {
  const soon = { recordedAt: at("09:30"), receivedAt: new Date("2017-10-12T09:30:20Z") };
  it.each([
    ["a device, later", {}, "Thời điểm ký do máy của Đoàn ghi: 12/10/2017 15:00"],
    ["a device, at once", { ...soon, clockFast: 3 }, "Thời điểm ký do máy của Đoàn ghi: 12/10/2017 16:30"],
    ["the office, or a device of no known clock", soon, "Thời điểm ký ghi khi chốt: 12/10/2017 16:30"],
    ["what was added", { ...soon, version: 2, amends: 1 }, "Thời điểm lập: 12/10/2017 16:30"],
  ])("are both said, whoever made them: %s", (_who, more, claimed) => {
    const said = clocksOf({ ...minutes, ...more });
    expect(said).toBe(`${claimed}; thời điểm hệ thống nhận: 12/10/2017 16:30.`);
    expect(textOf(proofOf({ ...minutes, ...more }))).toContain(said);
  });

  it("are said of what was added, and of what it adds to", () => {
    const added = { ...minutes, version: 2, amends: 1, recordedAt: at("02:15"), receivedAt: at("02:15") };
    const paper = amendmentOf({
      ...{ visit, office, registration: unregistered, illustrative: false, versions: [minutes, added] },
    });
    expect(textOf(paper.body)).toContain(
      "Thời gian lập bản bổ sung: 09 giờ 15 phút, ngày 12 tháng 10 năm 2017.",
    );
    expect(textOf(paper.body)).toContain("Biên bản kiểm tra, biên nhận số 000001. Thời điểm ký do máy");
    expect(textOf(paper.closing)).toContain("Thời điểm lập: 12/10/2017 09:15; thời điểm hệ thống nhận:");
  });
});

it("a day of signing after the arrival stands as claimed, marked so, with the arrival beside it", () => {
  const [signedOn, received] = [plainDate("2018-01-05"), plainDate("2017-12-31")];
  const ahead = { ...minutes, signed: { ...minutes.signed, signedOn } };
  const mark = "(theo đồng hồ máy, hệ thống nhận ngày 31/12/2017)";
  expect(textOf(proofOf(ahead, received))).toContain(`Ngày ký ghi trong biên bản: 05/01/2018 ${mark}.`);
  expect(textOf(proofOf(ahead, signedOn))).not.toContain("đồng hồ máy, hệ thống");
  const came = visit.result && { ...visit.result, finalisedOn: received };
  expect(minutesDays({ ...visit, begunOn: received, result: came }, ahead)).toContain(`2018 ${mark},`);
  expect(minutesDays({ ...visit, begunOn: signedOn, result: came }, ahead)).toContain(`2018 ${mark}`);
});

it.each(["agrees", "dissents", "absent"] as const)(
  "what the agency says begins with somebody, though nobody gave a name: %s",
  (opinion) => {
    const said = textOf(opinionBlocks({ ...minutes, opinion, representativeName: " " }, "nội dung biên bản"));
    expect(said).toMatch(/^(?:Đại diện cơ quan được kiểm tra (?:không )?đồng ý|Không có đại diện)/u);
  },
);
