import { describe, expect, it, test } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import { amendmentOf } from "@/lib/reports/documents/amendment";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { unrecorded } from "@/lib/agencies/lead/rules";
import type { Paper } from "@/lib/reports/documents/model";
import { noticeOf } from "@/lib/reports/documents/notice";
import { planOf } from "@/lib/reports/documents/plan";
import { summaryOf } from "@/lib/reports/documents/summary";
import {
  common,
  draftMinutes,
  minutes,
  notice,
  office,
  onVisit,
  read,
  result,
  textOf,
  visit,
} from "@/tests/papers/made";
import * as year from "@/tests/papers/year";
const summary = summaryOf({ figures: year.figures, ...common });

const papers: Record<string, Paper> = {
  minutes,
  "draft minutes": draftMinutes,
  "minutes with nobody there": minutesOf({ visit, ...onVisit, holders: [] }),
  "minutes agreed to": minutesOf({ visit, ...onVisit, minutes: read }),
  notice,
  "notice without findings": noticeOf({
    visit: { ...visit, findings: [] },
    result,
    rechecked: [],
    minutes: [],
    programme: null,
    ...common,
  }),
  summary,
  "summary of nothing": summaryOf({ figures: year.noFigures, ...common }),
  plan: planOf({ plan: year.plan, ...common }),
  amendment: amendmentOf({
    visit,
    ...common,
    versions: [read, { ...read, version: 2, amends: 1, reason: "Ghi thêm ngày ký" }],
  }),
  "empty plan": planOf({ plan: year.emptyPlan, ...common }),
};

describe.each(Object.entries(papers))("%s", (_name, paper) => {
  it("leaves nothing unfilled", () => {
    expect(textOf(paper)).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
  });

  it("speaks of checks and requests, in composed letters", () => {
    expect(textOf(paper)).not.toMatch(/vi phạm|xử phạt|thanh tra/i);
    expect(textOf(paper)).toBe(textOf(paper).normalize("NFC"));
  });

  it("ends its body as papers end", () => {
    const last = paper.body.at(-1);
    expect(last?.kind === "paragraph" && last.text.endsWith("./.")).toBe(true);
  });

  it("has as many cells in each row as its table has columns", () => {
    for (const block of [...paper.body, ...paper.annexes.flatMap((annex) => annex.body)])
      if (block.kind === "table")
        for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
  });
});

test("a title keeps its capitals as somebody typed them", () => {
  const title = "Chủ tịch UBND huyện";
  const chair = minutesOf({ visit, ...onVisit, minutes: { ...read, representativeTitle: title } });
  expect(textOf(chair)).toContain(`Phạm Minh Chi, ${title}, Sở Nội vụ.`);
});

test("the decision that sent the team and that which approved the programme are cited, with room for what is not known", () => {
  const blank = "\u00a0".repeat(6);
  const unnumbered = { ...year.plan, decisionNumber: null };
  const { bases } = minutesOf({ visit, ...onVisit, programme: unnumbered });
  expect(bases.slice(2)).toEqual([
    `Căn cứ Kế hoạch kiểm tra năm 2018, được phê duyệt tại Quyết định số ${blank}/QĐ-UBND ngày 10 tháng 4 năm 2018 của Ủy ban nhân dân tỉnh Quảng Ngãi`,
    `Căn cứ Quyết định số ${blank}/QĐ-SKHCN ngày${blank}tháng${blank}năm${blank} của Sở Khoa học và Công nghệ về việc thành lập Đoàn kiểm tra`,
  ]);
  expect(minutesOf({ visit: { ...visit, mode: "desk" }, ...onVisit }).bases).toHaveLength(2);
});

test("a notice goes by the minutes, with what was added to them", () => {
  expect(notice.bases.at(-1)).toBe(
    "Căn cứ Biên bản kiểm tra ngày 12 tháng 10 năm 2017 giữa Đoàn kiểm tra và Sở Nội vụ",
  );
  const added = { ...read, version: 2, amends: 1, recordedAt: new Date("2017-10-19T18:00:00Z") };
  const later = noticeOf({
    visit,
    result,
    rechecked: [],
    minutes: [read, added],
    programme: null,
    ...common,
  });
  expect(later.bases.at(-1)).toMatch(/Sở Nội vụ và bản bổ sung thứ 1 ngày 20 tháng 10 năm 2017$/u);
});

test("a report counts what had happened by its day, and nothing of later", () => {
  const text = textOf(summary);
  expect(text).toContain("36/46 (78,26%)");
  expect(text).toContain("0 điểm đã đóng, 1 điểm chưa đóng, trong đó 1 điểm quá hạn");
  expect(text).toContain("Chưa có kết quả");
  expect(text).not.toContain("1 cuộc tốt");
});

test("a made-up world says so on every paper", () => {
  const marked = [
    minutesOf({ visit, ...onVisit, illustrative: true }),
    noticeOf({ visit, result, rechecked: [], minutes: [], programme: null, ...common, illustrative: true }),
    summaryOf({ figures: year.figures, ...common, illustrative: true }),
    planOf({ plan: year.plan, ...common, illustrative: true }),
  ];
  for (const { marks } of marked) expect(marks).toContain("Dữ liệu minh họa");
});

test("number and date are blank until the records office gives them, and written as the decree writes them", () => {
  const blank = "\u00a0".repeat(6);
  expect(summary.letterhead.number).toBe(`Số: ${blank}/BC-SKHCN`);
  expect(summary.letterhead.placeAndDate).toBe(`Quảng Ngãi, ngày${blank}tháng${blank}năm${blank}`);
  expect(minutes.letterhead.placeAndDate).toBeNull();
  const dated = (number: number, date: string): Paper =>
    summaryOf({
      figures: year.figures,
      illustrative: false,
      registration: { number, date: plainDate(date) },
    });
  const january = dated(5, "05/01/2018");
  expect(january.letterhead.number).toBe("Số: 05/BC-SKHCN");
  expect(january.letterhead.placeAndDate).toBe("Quảng Ngãi, ngày 05 tháng 01 năm 2018");
  expect(january.annexes[0]?.attachedTo).toBe(
    "Kèm theo Báo cáo số 05/BC-SKHCN ngày 05 tháng 01 năm 2018 của Sở Khoa học và Công nghệ",
  );
  expect(dated(112, "29/06/2018").letterhead.placeAndDate).toBe("Quảng Ngãi, ngày 29 tháng 6 năm 2018");
});

test("a plan names the decision of its approval, or says that it is a draft", () => {
  expect(papers["plan"]?.bases.at(-1)).toContain("Quyết định số 12/QĐ-UBND ngày 10 tháng 4 năm 2018");
  expect(papers["empty plan"]?.marks).toEqual(["Dự thảo, kế hoạch chưa được phê duyệt"]);
});

describe("who issues a paper, and what it cites,", () => {
  const named = {
    ...office.issuer,
    name: "Chi cục Tiêu chuẩn Chất lượng",
    abbreviation: "TCCL",
    place: "Kon Tum",
    headTitle: "Chi cục trưởng",
  };
  const paper = noticeOf({
    visit,
    result,
    rechecked: [],
    minutes: [],
    programme: null,
    ...common,
    office: { ...office, issuer: named, signatory: null },
  });

  it("are what is recorded", () => {
    expect(paper.letterhead).toMatchObject({
      parent: "UBND TỈNH QUẢNG NGÃI",
      agency: "CHI CỤC TIÊU CHUẨN CHẤT LƯỢNG",
    });
    expect(paper.letterhead.number).toContain("/TB-TCCL");
    expect(paper.letterhead.placeAndDate).toContain("Kon Tum, ngày");
    expect(paper.signatures[0]?.title).toEqual(["CHI CỤC TRƯỞNG"]);
    expect(textOf(paper)).not.toContain("Sở Khoa học");
    expect(paper.bases).toEqual([
      "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng hệ thống quản lý chất lượng",
      "Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ Khoa học và Công nghệ quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg",
      "Căn cứ Biên bản kiểm tra ngày 12 tháng 10 năm 2017 giữa Đoàn kiểm tra và Sở Nội vụ",
    ]);
  });

  it("are left to be written in where nothing is recorded", () => {
    const nothing = { issuer: unrecorded, bases: [] };
    const report = summaryOf({ figures: { ...year.figures, office: nothing }, ...common });
    expect(report.letterhead.agency).toBe("…………");
    expect(textOf(report)).not.toMatch(/Thực hiện\s*,|undefined/);
  });
});
