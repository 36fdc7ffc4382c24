import { describe, expect, it, test } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { unrecorded } from "@/lib/reports/documents/issuer";
import type { Paper } from "@/lib/reports/documents/model";
import { noticeOf } from "@/lib/reports/documents/notice";
import { planOf } from "@/lib/reports/documents/plan";
import { summaryOf } from "@/lib/reports/documents/summary";
import { unregistered } from "@/lib/reports/rules";
import * as sample from "@/scripts/papers/sample";

const { visit, draft, result, holders, adoption, office, minutes: read } = sample;
const common = { office, registration: unregistered, illustrative: false };
const onVisit = { holders, adoption, programme: null, minutes: null, ...common };
const minutes = minutesOf({ visit, ...onVisit });
const draftMinutes = minutesOf({ visit: draft, ...onVisit });
const notice = noticeOf({ visit, result, programme: sample.plan, ...common });
const summary = summaryOf({ figures: sample.figures, ...common });

const papers: Record<string, Paper> = {
  minutes,
  "draft minutes": draftMinutes,
  "minutes with nobody there": minutesOf({ visit, ...onVisit, holders: [] }),
  "minutes agreed to": minutesOf({ visit, ...onVisit, minutes: read }),
  notice,
  "notice without findings": noticeOf({
    visit: { ...visit, findings: [] },
    result,
    programme: null,
    ...common,
  }),
  summary,
  "summary of nothing": summaryOf({ figures: sample.noFigures, ...common }),
  plan: planOf({ plan: sample.plan, ...common }),
  "empty plan": planOf({ plan: sample.emptyPlan, ...common }),
};

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

const textOf = (paper: Paper): string => stringsOf(paper).join("\n");

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

test("scores are printed as issued, whatever the answers say now", () => {
  const answers = { "D.2": { outcome: "conforming" as const, note: "" } };
  const changed = minutesOf({ visit: { ...visit, answers }, ...onVisit });
  expect(textOf(changed)).toBe(textOf(minutes));
  expect(textOf(minutes)).toContain("89,99 trên 100 điểm, xếp loại: Khá");
  expect(textOf(minutes)).toContain("6,66");
});

test("a finding comes with requirement, scope, evidence and due date", () => {
  for (const paper of [minutes, notice])
    expect(paper.body.flatMap((block) => (block.kind === "table" ? block.rows : []))).toContainEqual([
      "1",
      "Bảng tin tầng 1 chỉ có bản ký năm 2012.",
      "TCVN ISO 9001:2008, 5.3",
      "Trụ sở chính",
      "Không phù hợp nhẹ",
      "11/11/2017",
    ]);
});

test("minutes that are not final say that they are a draft, and show no score", () => {
  expect(draftMinutes.title.kind).toBe("DỰ THẢO BIÊN BẢN");
  expect(draftMinutes.marks).toContain("Dự thảo, chưa phải kết quả chính thức");
  expect(textOf(draftMinutes)).not.toMatch(/Tổng điểm|xếp loại:/);
  expect(textOf(draftMinutes)).toContain("Chỉ có bản cũ");
  expect(minutes.marks).toEqual([]);
});

test("minutes that are final do not change when an older finding is closed", () => {
  const before = minutesOf({ visit: { ...visit, openBefore: [sample.finding] }, ...onVisit });
  expect(textOf(before)).toBe(textOf(minutes));
});

test("what was seen of earlier findings stands in the minutes", () => {
  const rechecks = { f: { outcome: "partly_corrected" as const, note: "Còn tầng 2", version: 1 } };
  const seen = minutesOf({ visit: { ...visit, openBefore: [sample.finding], rechecks }, ...onVisit });
  expect(seen.body.flatMap((block) => (block.kind === "table" ? block.rows : []))).toContainEqual([
    "1",
    "Bảng tin tầng 1 chỉ có bản ký năm 2012.",
    "12/10/2017",
    "Khắc phục một phần",
    "Còn tầng 2",
  ]);
});

test("the agency's own words stand in the minutes, and room for them where there are none", () => {
  const said = { ...read, opinion: "dissents" as const, statement: "Bảng tin đã được thay ngày 01/10/2017" };
  const dissent = minutesOf({ visit, ...onVisit, minutes: said });
  expect(textOf(dissent)).toContain("Phạm Minh Chi không đồng ý với nội dung biên bản");
  expect(textOf(dissent)).toContain("Bảng tin đã được thay ngày 01/10/2017.");
  expect(dissent.signatures[0]?.name).toBe("Phạm Minh Chi");
  expect(minutes.body).toContainEqual({ kind: "writing-lines", count: 4 });
  expect(minutes.signatures[0]?.name).toBeNull();
});

test("an amended version names the one it takes the place of, and why", () => {
  const amended = { ...read, version: 2, amends: 1, reason: "Ghi sai ngày ký chính sách" };
  expect(textOf(minutesOf({ visit, ...onVisit, minutes: amended }))).toContain(
    "Biên bản này là bản thứ 2, thay bản thứ 1. Lý do: Ghi sai ngày ký chính sách.",
  );
  expect(textOf(minutesOf({ visit, ...onVisit, minutes: read }))).not.toContain("thay bản");
});

test("hours are printed where they were given, and left to be written where not", () => {
  const hours = { startedAt: "08:30" as PlainTime, endedAt: "11:05" as PlainTime };
  const given = textOf(minutesOf({ visit, ...onVisit, minutes: { ...read, hours } }));
  expect(given).toContain("Thời gian bắt đầu: 08 giờ 30 phút, ngày 12 tháng 10 năm 2017.");
  expect(given).toContain("Biên bản kết thúc vào 11 giờ 05 phút cùng ngày");
  const room = "\u00a0".repeat(8);
  expect(textOf(minutes)).toContain(`Thời gian bắt đầu: ${room} giờ ${room} phút, ngày 12`);
  expect(textOf(minutes)).toContain(`kết thúc vào ${room} giờ ${room} phút cùng ngày`);
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
    noticeOf({ visit, result, programme: null, ...common, illustrative: true }),
    summaryOf({ figures: sample.figures, ...common, illustrative: true }),
    planOf({ plan: sample.plan, ...common, illustrative: true }),
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
      figures: sample.figures,
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
  const paper = noticeOf({ visit, result, programme: null, ...common, office: { ...office, issuer: named } });

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
      "Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg",
    ]);
  });

  it("are left to be written in where nothing is recorded", () => {
    const nothing = { issuer: unrecorded, bases: [] };
    const report = summaryOf({ figures: { ...sample.figures, office: nothing }, ...common });
    expect(report.letterhead.agency).toBe("…………");
    expect(textOf(report)).not.toMatch(/Thực hiện\s*,|undefined/);
  });
});
