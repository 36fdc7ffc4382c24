import { describe, expect, it } from "vitest";

import type { MinutesRecord } from "@/lib/visits/minutes/types";
import { partTitles } from "@/lib/visits/wording/parts/rules";
import { sealedWith } from "@/lib/visits/wording/rules";
import { minutesOf } from "@/lib/reports/documents/minutes";
import type { Block, Paper } from "@/lib/reports/documents/model";
import { noticeOf, type NoticeFacts } from "@/lib/reports/documents/notice";
import { unregistered } from "@/lib/reports/rules";
import { rechecked } from "@/tests/papers/rechecked";
import * as sample from "@/tests/papers/sample";
import * as whole from "@/tests/papers/whole-visit";

const facts: NoticeFacts = {
  ...{ visit: sample.visit, result: sample.result, minutes: [sample.minutes], rechecked: [] },
  ...{ programme: null, office: sample.office, registration: unregistered, illustrative: false },
};

const textsOf = (body: readonly Block[]): string[] =>
  body.flatMap((block) => ("text" in block ? [block.text] : block.kind === "table" ? block.rows.flat() : []));
const textOf = (paper: Paper): string => textsOf(paper.body).join("\n");
const headingsOf = ({ body }: Paper): string[] =>
  body.flatMap((block) => (block.kind === "heading" ? [block.text] : []));

/** Each heading that a paper of this visit names by its number: which it is as Word counts them. */
const numbered = (paper: Paper, title: string): string =>
  `mục ${["I", "II", "III", "IV", "V", "VI", "VII"][headingsOf(paper).indexOf(title)] ?? "?"}`;

const printed = (minutes: MinutesRecord): Paper =>
  minutesOf({
    ...{ visit: sample.visit, holders: [], positions: {}, adoption: sample.adoption, programme: null },
    ...{ minutes, photos: [], office: sample.office, registration: unregistered, illustrative: false },
  });

describe("a part that one paper names of another", () => {
  const dissent = { ...sample.minutes, opinion: "dissents" as const, statement: "Đã thay" };
  const { words } = sealedWith(whole, whole.sheet);
  const older = {
    ...words,
    body: words.body.filter((block) => !("text" in block && block.text === partTitles.earlier)),
  };
  const ways = {
    "sealed with its text": words,
    "sealed with one part fewer": older,
    "without its text": undefined,
  };

  it.each(Object.entries(ways))("is the one that its minutes count so: %s", (_name, sealed) => {
    const minutes = { ...dissent, signed: { ...dissent.signed, words: sealed } };
    const place = numbered(printed(minutes), partTitles.opinion);
    expect(place).not.toContain("?");
    expect(textOf(noticeOf({ ...facts, minutes: [minutes] }))).toContain(
      `có ý kiến không đồng ý, ghi tại ${place} của biên bản.`,
    );
  });

  it("is named without a number where the minutes have no such part", () => {
    const minutes = { ...dissent, signed: { words: { ...words, body: [] } } };
    expect(textOf(noticeOf({ ...facts, minutes: [minutes] }))).toContain("không đồng ý, ghi tại biên bản.");
  });

  it.each([
    ["minutes", printed(dissent)],
    ["sealed minutes", printed({ ...dissent, signed: { words } })],
    ["notice", noticeOf(facts)],
  ])("is the one of findings in its own table: %s", (_name, paper) => {
    const places = [...textOf(paper).matchAll(/điểm \d+ (mục [IVX]+)/gu)].map(([, place]) => place);
    expect(places.length).toBeGreaterThan(0);
    expect([...new Set(places)]).toEqual([numbered(paper, partTitles.findings)]);
  });
});

describe("a notice of a visit that saw earlier findings again", () => {
  const paper = noticeOf({ ...facts, visit: { ...sample.visit, findings: [] }, rechecked });
  const rows = paper.body.flatMap((block) => (block.kind === "table" ? block.rows : []));
  const rowOf = (code: string) => rows.find((row) => row[1] === code)?.slice(2);

  it("says how many were corrected, and of which it does not accept the correction", () => {
    expect(textOf(paper)).toContain(
      "đối với 4 điểm tồn tại của những lần kiểm tra trước: 1 điểm đã khắc phục, 1 điểm khắc phục một phần, 2 điểm chưa khắc phục.",
    );
    expect(textOf(paper)).toContain("chưa chấp nhận hành động khắc phục đối với 3 điểm");
    expect(textOf(paper)).toContain("đối với 1 điểm đã khắc phục nêu trên đạt yêu cầu.");
  });

  it("says of each where it is from, what was seen, what is left, and until when by its clock", () => {
    expect(rowOf("B.1")).toEqual([
      "Thiếu hồ sơ B.1.\nGhi nhận ngày 15/10/2016, tại cuộc kiểm tra ngày 12/10/2016.",
      "Chưa khắc phục.\nChưa có sổ.",
      "Khắc phục toàn bộ điểm tồn tại",
      "11/11/2016, đã quá hạn 30 ngày",
    ]);
    expect(rowOf("C.4")?.at(-1)).toBe("21/11/2017, đang tạm dừng tính hạn từ ngày 01/10/2017");
    expect(rowOf("D.2")?.slice(1)).toEqual([
      "Khắc phục một phần.\nCòn tầng 2.",
      "Khắc phục phần còn lại nêu ở cột bên",
      "Không đặt hạn",
    ]);
    expect(rowOf("E.1")).toEqual([
      "Thiếu hồ sơ E.1.\nGhi nhận tại cuộc kiểm tra ngày 12/10/2016.",
      "Đã khắc phục.",
      "Không còn",
      "Đã thấy khắc phục ngày 12/10/2017",
    ]);
  });

  it("asks for what is left, by the part in which it stands, though the visit found nothing new", () => {
    expect(textOf(paper)).toContain(
      `khắc phục 3 điểm tồn tại của những lần kiểm tra trước còn phải khắc phục, đúng thời hạn nêu tại ${numbered(paper, partTitles.earlier)}, riêng điểm đã quá hạn thì khắc phục ngay,`,
    );
    expect(textOf(paper)).toContain("Không có điểm tồn tại mới nào trong lần kiểm tra này.");
    expect(textOf(paper)).not.toContain("tiếp tục duy trì");
    expect(textsOf(paper.body).at(-1)).toMatch(/[^.]\.\/\.$/u);
  });

  it("asks for nothing of what was seen corrected, and has no such part where nothing was seen again", () => {
    const all = noticeOf({
      ...facts,
      visit: { ...sample.visit, findings: [] },
      rechecked: rechecked.slice(3),
    });
    expect(textOf(all)).not.toContain("chưa chấp nhận");
    expect(textOf(all)).toContain("tiếp tục duy trì");
    expect(headingsOf(noticeOf(facts))).not.toContain(partTitles.earlier);
  });
});

it("goes to an agency once, which gets copies of every notice and was visited itself", () => {
  expect(noticeOf(facts).recipients.filter((each) => each === "Sở Nội vụ")).toHaveLength(1);
});
