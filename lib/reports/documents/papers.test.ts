import { describe, expect, it, test } from "vitest";

import { attendanceOf } from "@/lib/visits/minutes/rules";
import { plainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { amendmentOf } from "@/lib/reports/documents/amendment";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { unrecorded } from "@/lib/agencies/lead/rules";
import type { Paper } from "@/lib/reports/documents/model";
import { noticeOf } from "@/lib/reports/documents/notice";
import { shownPhotos } from "@/lib/reports/documents/photographs";
import { planOf } from "@/lib/reports/documents/plan";
import { summaryOf } from "@/lib/reports/documents/summary";
import { unregistered } from "@/lib/reports/rules";
import * as sample from "@/tests/papers/sample";

const { visit, draft, result, holders, positions, adoption, office, minutes: read } = sample;
const common = { office, registration: unregistered, illustrative: false };
const onVisit = { holders, positions, adoption, programme: null, minutes: null, photos: [], ...common };
const minutes = minutesOf({ visit, ...onVisit });
const draftMinutes = minutesOf({ visit: draft, ...onVisit });
const notice = noticeOf({ visit, result, rechecked: [], minutes: [read], programme: sample.plan, ...common });
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
    rechecked: [],
    minutes: [],
    programme: null,
    ...common,
  }),
  summary,
  "summary of nothing": summaryOf({ figures: sample.noFigures, ...common }),
  plan: planOf({ plan: sample.plan, ...common }),
  amendment: amendmentOf({
    visit,
    ...common,
    versions: [read, { ...read, version: 2, amends: 1, reason: "Ghi thêm ngày ký" }],
  }),
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

const rowsIn = (paper: Paper): (readonly string[])[] =>
  paper.body.flatMap((block) => (block.kind === "table" ? block.rows : []));

test("scores are printed as issued, whatever the answers say now", () => {
  const answers = { "D.2": { outcome: "conforming" as const, note: "" } };
  for (const paper of [minutes, minutesOf({ visit: { ...visit, answers }, ...onVisit })]) {
    expect(textOf(paper)).toContain("89,99 trên 100 điểm, xếp loại: Khá");
    expect(textOf(paper)).toContain("6,66/10");
  }
});

test("answers are printed as they were signed, whatever is recorded now", () => {
  const signed = { ...read, signed: { answers: visit.answers } };
  const answers = { "D.2": { outcome: "conforming" as const, note: "" } };
  const paper = minutesOf({ visit: { ...visit, answers }, ...onVisit, minutes: signed });
  expect(rowsIn(paper)).toEqual(rowsIn(minutes));
});

test("each group comes with its strengths and its shortcomings", () => {
  expect(rowsIn(minutes).slice(0, 3)).toEqual([
    ["C. Công bố", "10,00/10", "Đạt 1/1 câu: C.1.", "Không có"],
    [
      "D. Chính sách và mục tiêu chất lượng",
      "6,66/10",
      "Chưa có",
      "D.2 không đạt (điểm 1 mục IV): Chỉ có bản cũ",
    ],
    ["H. Bối cảnh, rủi ro", "Không áp dụng", "Không áp dụng", "Không có"],
  ]);
});

test("a finding comes with its question, evidence, scope, requirement and due date", () => {
  for (const paper of [minutes, notice])
    expect(rowsIn(paper)).toContainEqual([
      "1",
      "D.2",
      "Bảng tin tầng 1 chỉ có bản ký năm 2012.\nThấy ở: Bảng tin tầng 1, xem ngày 12/10/2017.\nPhạm vi: Trụ sở chính.",
      "TCVN ISO 9001:2008, điều 5.3",
      "Không phù hợp nhẹ",
      "11/11/2017",
    ]);
});

test("those of the team are named with what they are and where, or with room to write it", () => {
  expect(textOf(minutes)).toContain(
    "Trần Văn Tâm, Phó Chi cục trưởng, Chi cục Tiêu chuẩn Đo lường Chất lượng: trưởng đoàn.",
  );
  expect(textOf(minutes)).toContain("Lê Thị Oanh, …………, …………: thư ký.");
});

test("who of the team was not there is named as absent, and signs nothing; older minutes name the whole team", () => {
  const attendance = visit.team.map((member) => ({ ...member, present: member.duty === "leader" }));
  const paper = minutesOf({ visit, ...onVisit, minutes: { ...read, signed: { attendance } } });
  expect(textOf(paper)).toContain("Lê Thị Oanh, …………, …………: thư ký (vắng mặt).");
  expect(textOf(paper)).not.toContain("trưởng đoàn (vắng mặt)");
  expect(paper.signatures.map(({ name }) => name)).not.toContain("Lê Thị Oanh");
  expect(minutes.signatures.map(({ name }) => name)).toContain("Lê Thị Oanh");
  expect(textOf(minutes)).not.toContain("vắng mặt");
});

test("what the agency says of one finding stands with it", () => {
  const said = {
    ...visit,
    findings: visit.findings.map((each) => ({ ...each, statement: "Đã thay ngày 20/12/2017" })),
  };
  const dissent = { ...read, opinion: "dissents" as const, statement: "" };
  expect(textOf(minutesOf({ visit: said, ...onVisit, minutes: dissent }))).toContain(
    "Phạm Minh Chi không đồng ý với nội dung biên bản, có ý kiến ghi ở từng điểm tồn tại.",
  );
  expect(rowsIn(minutesOf({ visit: said, ...onVisit, minutes: read })).flat()).toContainEqual(
    expect.stringContaining("Phạm vi: Trụ sở chính.\nÝ kiến của cơ quan: Đã thay ngày 20/12/2017."),
  );
});

test("a title keeps its capitals as somebody typed them", () => {
  const title = "Chủ tịch UBND huyện";
  const chair = minutesOf({ visit, ...onVisit, minutes: { ...read, representativeTitle: title } });
  expect(textOf(chair)).toContain(`Phạm Minh Chi, ${title}, Sở Nội vụ.`);
});

test("the decision that sent the team and that which approved the programme are cited, with room for what is not known", () => {
  const blank = "\u00a0".repeat(6);
  const unnumbered = { ...sample.plan, decisionNumber: null };
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

test("minutes that were signed end with what proves them, and the clock of each side", () => {
  const signed = minutesOf({ visit, ...onVisit, minutes: read });
  expect(textOf({ ...signed, body: [] })).toContain(`Dấu vân biên bản (SHA-256):\n${read.fingerprint}`);
  expect(textOf({ ...signed, body: [] })).toContain(
    "Biên nhận số 000001. Thời điểm ký do máy của Đoàn ghi: 12/10/2017 15:00; thời điểm hệ thống nhận: 12/10/2017 16:30.",
  );
  expect(minutes.closing).toEqual([]);
  const wrong = minutesOf({ visit, ...onVisit, minutes: { ...read, clockFast: -1500 } });
  expect(textOf(wrong)).toContain("15:00 (đồng hồ máy chậm 25 phút)");
});

test("minutes that were signed after the day planned say on which day they ended", () => {
  const signed = { ...read, signed: { signedOn: plainDate("13/10/2017") } };
  const text = textOf(minutesOf({ visit, ...onVisit, minutes: signed }));
  expect(text).toContain("phút, ngày 12 tháng 10 năm 2017.");
  expect(text).toContain("phút ngày 13 tháng 10 năm 2017, đã được đọc lại");
});

test("only photographs that were signed are printed, each with its number, its question and what it shows", () => {
  const photo = { id: "p", questionCode: "D.2", fileName: "a.jpg", caption: "Bảng tin" };
  const photos = { "D.2": ["1", "2"].map((sha256) => ({ ...photo, sha256 })) };
  expect(shownPhotos({ ...visit, photos }, { "D.2": ["2"] }).map(({ sha256 }) => sha256)).toEqual(["2"]);
  expect(shownPhotos({ ...visit, photos }, null)).toHaveLength(2);
  const image = { type: "jpg" as const, bytes: new Uint8Array(), width: 4, height: 3 };
  const printed = minutesOf({
    visit,
    ...onVisit,
    minutes: read,
    photos: [
      { questionCode: "D.2", sha256: "1", caption: "Bảng tin tầng 1", image },
      { questionCode: "D.2", sha256: "2", caption: "", image: null },
    ],
  });
  expect(rowsIn(printed).at(-1)?.[1]).toBe("D.2\nẢnh 1, 2");
  const [annex] = printed.annexes;
  expect(annex?.title).toBe("Ảnh chụp tại cuộc kiểm tra");
  expect(annex?.body[0]).toMatchObject({ pictures: [{ caption: "Ảnh 1. Câu D.2: Bảng tin tầng 1" }] });
  expect(JSON.stringify(annex?.body)).toContain("Ảnh 2. Câu D.2 (SHA-256: 2)");
  expect(JSON.stringify(annex?.body)).toContain(read.fingerprint);
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
    "D.2",
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

describe("an amendment", () => {
  const first = {
    ...read,
    opinion: "dissents" as const,
    statement: "Bảng tin đã được thay",
    fingerprint: "a".repeat(64),
  };
  const second = {
    ...read,
    version: 2,
    amends: 1,
    fingerprint: "b".repeat(64),
    reason: "Ghi thêm ngày ký.\nẢnh gửi kèm.",
    opinion: "absent" as const,
    receiptNo: "000009",
  };
  const third = { ...second, version: 3, amends: 2, fingerprint: "c".repeat(64) };
  const facts = { visit, office, registration: unregistered, illustrative: false };
  const paper = amendmentOf({ ...facts, versions: [first, second] });

  it("leaves the minutes as they were signed", () => {
    const before = minutesOf({ visit, ...onVisit, minutes: first });
    expect(textOf(before)).toContain("Bảng tin đã được thay.");
    expect(textOf(before)).not.toMatch(/thay bản|bổ sung/u);
  });

  it("is a paper of its own, which names what it adds to by its day, receipt and fingerprint", () => {
    expect(paper.title.subject).toEqual([
      "Bản bổ sung thứ 1 của Biên bản kiểm tra ngày 12 tháng 10 năm 2017",
      "tại Sở Nội vụ",
    ]);
    expect(textOf(paper)).toContain("Biên bản kiểm tra, biên nhận số 000001");
    expect(textOf(paper)).toContain(first.fingerprint);
    expect(textOf({ ...paper, body: [] })).toContain(second.fingerprint);
    expect(textOf(paper)).toContain(second.reason);
  });

  it("says nothing of the minutes again: no finding, no score, no opinion of then", () => {
    expect(textOf(paper)).not.toMatch(/Bảng tin|89,99|xếp loại|Trần Văn Tâm, Phó/u);
    expect(rowsIn(paper)).toEqual([]);
  });

  it("names every paper before it, and none after it", () => {
    const later = textOf(amendmentOf({ ...facts, versions: [first, second, third] }));
    expect(later).toContain("Bản bổ sung thứ 2 của Biên bản kiểm tra");
    for (const { fingerprint } of [first, second, third]) expect(later).toContain(fingerprint);
    expect(textOf(paper)).not.toContain(third.fingerprint);
  });
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

test("the deputy signs in the place of a leader who was away", () => {
  const attendance = attendanceOf(
    [...visit.team, { personId: "deputy", name: "Vũ Thị Phó", duty: "deputy" }],
    ({ duty }) => duty !== "leader",
    undefined,
  );
  const signed = { ...read, signed: { ...read.signed, attendance }, signatories: [] };
  expect(minutesOf({ visit, ...onVisit, minutes: signed }).signatures).toContainEqual({
    title: ["KT. TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN"],
    name: "Vũ Thị Phó",
  });
});

test("the day of the work, the day of signing and the day planned are three", () => {
  const [begun, signed] = [plainDate("02/01/2018"), plainDate("03/01/2018")];
  const worked = {
    ...visit,
    plannedOn: plainDate("04/01/2018"),
    begunOn: begun,
    result: { ...result, finalisedOn: signed },
  };
  const sealed = { ...read, signed: { ...read.signed, signedOn: signed } };
  const said = noticeOf({
    visit: worked,
    result,
    rechecked: [],
    minutes: [sealed],
    programme: null,
    ...common,
  });
  expect(textOf(said)).toContain("Ngày 02/01/2018, Đoàn kiểm tra đã kiểm tra");
  expect(textOf(said)).toContain(
    "Căn cứ Biên bản kiểm tra ngày 02 tháng 01 năm 2018, ký ngày 03 tháng 01 năm 2018, giữa Đoàn",
  );
  for (const { fileName } of [said, minutesOf({ visit: worked, ...onVisit, minutes: sealed })])
    expect(fileName).toContain("02-01-2018");
  const long = { ...sealed, hours: { startedAt: null, endedAt: null, startedOn: begun, endedOn: signed } };
  expect(
    textOf(noticeOf({ visit: worked, result, rechecked: [], minutes: [long], programme: null, ...common })),
  ).toContain("Từ ngày 02/01/2018 đến ngày 03/01/2018, Đoàn kiểm tra");
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
    const report = summaryOf({ figures: { ...sample.figures, office: nothing }, ...common });
    expect(report.letterhead.agency).toBe("…………");
    expect(textOf(report)).not.toMatch(/Thực hiện\s*,|undefined/);
  });
});
