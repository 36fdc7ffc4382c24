import { expect, test } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { noticeOf } from "@/lib/reports/documents/notice";
import {
  common,
  draftMinutes,
  minutes,
  notice,
  onVisit,
  read,
  result,
  rowsIn,
  textOf,
  visit,
} from "@/tests/papers/made";
import { shownPhotos } from "@/lib/reports/documents/photographs";
import { attendanceOf } from "@/lib/visits/minutes/rules";
import * as sample from "@/tests/papers/sample";

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
