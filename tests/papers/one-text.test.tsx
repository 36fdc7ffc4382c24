import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";

import { Minutes } from "@/components/audits/minutes";
import { MinutesAnnexes, MinutesBody } from "@/components/audits/minutes-text";
import { Paper } from "@/components/field/paper";
import { minutesMessage } from "@/lib/visits/sealed/schema";
import { minutesText } from "@/lib/visits/minutes/rules";
import type { MinutesRecord } from "@/lib/visits/minutes/types";
import { scoreVisit } from "@/lib/checklists/rules";
import { tells } from "@/lib/visits/wording/faith/rules";
import { readWords, sealedWith } from "@/lib/visits/wording/rules";
import type { MinutesWords } from "@/lib/visits/wording/types";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { renderDocx } from "@/lib/reports/render/docx";
import { clean } from "@/lib/kernel/text";
import { unregistered } from "@/lib/reports/rules";
import audits from "@/messages/vi/audits.json";
import * as sample from "./sample";
import { frame, sheet, visit } from "./whole-visit";

const captions = { ["a".repeat(64)]: "Bảng tin tầng 1" };
const sealed = sealedWith({ visit, frame }, sheet, captions);
const { words } = sealed;
const fingerprint = "f".repeat(64);

/** As a device sends it, and as the server reads it back from what it stored. */
const stored = minutesMessage.parse({
  ...{ format: 1, visitId: sheet.visitId, recordedAt: "2017-10-12T04:05:00Z", fingerprint },
  text: minutesText(sealed),
});
const record: MinutesRecord = {
  ...sample.minutes,
  fingerprint,
  opinion: "dissents",
  statement: sheet.representative.statement,
  representativeName: sheet.representative.name,
  representativeTitle: sheet.representative.title,
  signatories: sheet.signatories ?? [],
  signed: JSON.parse(minutesText(sealed)) as MinutesRecord["signed"],
};

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};
/** Whatever ties words together in a paper, they are the same words. */
const plain = (text: string): string =>
  text
    .replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
    .replaceAll("\u00a0", " ")
    .trim();

/** What stands in each paragraph, cell and item of a page, line by line, without the numbers of its headings. */
const linesOfPage = (html: string): string[] =>
  html
    .replace(/<\/?(?:span|strong|em|a|code)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, "\n")
    .split("\n")
    .map((line) => plain(line).replace(/^(?:[IVX]+|\d)\. (?=\p{Lu})/u, ""))
    .filter((line) => line !== "");

/** The same of a Word file, in the order of its parts: of the body and the annexes, without the letterhead and the frame of signatures. */
function linesOfWord(bytes: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      plain(
        paragraph
          .replace(/<w:noBreakHyphen\/>/g, "-")
          .replace(/<w:br\/>/g, "\n")
          .replace(/<[^>]*>/g, ""),
      ),
    )
    .flatMap((text) => text.split("\n"))
    .filter((line) => line !== "");
}

/** Each line of the text itself, in order. */
function linesOf({ bases, body, annexes }: MinutesWords): string[] {
  const all = [
    ...bases.map((text, index) => `${text}${index === bases.length - 1 ? "." : ";"}`),
    ...body.flatMap((block) => {
      if (block.kind === "room") return [];
      return block.kind === "table" ? [...block.columns, ...block.rows.flat()] : [block.text];
    }),
    ...annexes.answers.columns,
    ...annexes.answers.rows.flat(),
    ...annexes.photos.map(({ text }) => text),
  ];
  return all
    .flatMap((text) => text.replaceAll("\u00a0", " ").split("\n"))
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const onScreen = (text: MinutesWords): string =>
  renderToStaticMarkup(
    <>
      <MinutesBody words={text} level={2} />
      <MinutesAnnexes words={text} level={2} />
    </>,
  );

let word: string[];
beforeAll(async () => {
  const image = { type: "png" as const, bytes: new Uint8Array(), width: 4, height: 3 };
  const photos = words.annexes.photos.map(({ questionCode, sha256 }) => ({
    ...{ questionCode, sha256, caption: "chú thích sửa sau khi ký" },
    image,
  }));
  const paper = minutesOf({
    ...{ visit: { ...sample.visit, agencyName: "Tên đổi sau khi ký" }, holders: [], positions: {} },
    ...{ adoption: sample.adoption, programme: null, photos, office: sample.office },
    ...{ registration: unregistered, illustrative: false, minutes: record },
  });
  word = linesOfWord(await renderDocx(paper));
});

describe("the text of one visit with everything in it", () => {
  it("holds what it is tested with", () => {
    const text = linesOf(words).join("\n");
    for (const each of [
      "Thông tư số 26/2014/TT-BKHCN, điểm h khoản 2 Điều 7",
      "Quyết định số 832/QĐ-UBND ngày 29 tháng 5 năm 2015 của Ủy ban nhân dân tỉnh Quảng Ngãi",
      "TCVN ISO 9001:2008, điều 5.3",
      "không đồng ý với nội dung biên bản và nêu ý kiến như sau:",
      "Đỗ Minh Khánh, Chuyên viên, thư ký ISO, UBND huyện Đức Phổ.",
      "Ý kiến của cơ quan: Đã thay ngày 12/10/2017.",
      "Ảnh 1. Câu D.2: Bảng tin tầng 1",
      "12/10/2016",
      "Đạt 1/2 câu: C.1.",
    ])
      expect(text).toContain(each);
  });

  it("is on the server what it was on the device", () => {
    expect(stored.sealed?.sheet.words).toEqual(words);
    expect(record.signed.words).toEqual(words);
  });

  it("is read before it is signed as it is sealed, but for what the agency then says", () => {
    const before = linesOf(readWords({ visit, frame }, sheet, captions));
    const after = linesOf(words);
    expect(after.filter((line) => !before.includes(line))).toEqual([
      "Phạm Thị Thu Hà, Chủ tịch UBND huyện, UBND huyện Đức Phổ.",
      "Đỗ Minh Khánh, Chuyên viên, thư ký ISO, UBND huyện Đức Phổ.",
      "Ý kiến của cơ quan: Đã thay ngày 12/10/2017.",
      "Phạm Thị Thu Hà không đồng ý với nội dung biên bản và nêu ý kiến như sau:",
      "Bảng tin tầng 1 đã thay bản mới.",
      "Đề nghị Đoàn ghi nhận.",
    ]);
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
  });

  it("stands on the screen line by line, in its order and with nothing between", () => {
    const annexes = ["PHỤ LỤC I. KẾT QUẢ TỪNG CÂU", "PHỤ LỤC II. ẢNH CHỤP TẠI CUỘC KIỂM TRA"];
    expect(linesOfPage(onScreen(words)).filter((line) => !annexes.includes(line))).toEqual(linesOf(words));
  });

  it("stands in the agency's copy and on the visit's page as it stands on the screen", () => {
    const shown = linesOfPage(onScreen(words)).join("\n");
    const copy = renderToStaticMarkup(
      <Paper
        visit={{ ...visit, facts: [], documents: [] }}
        sheet={sealed}
        words={words}
        sealed={null}
        illustrative={false}
        now={new Date(0)}
        offset={undefined}
      />,
    );
    const page = renderToStaticMarkup(
      <NextIntlClientProvider locale="vi" messages={{ audits }} timeZone="Asia/Ho_Chi_Minh">
        <Minutes visitId="v" minutes={[record]} amendAt={null} />
      </NextIntlClientProvider>,
    );
    const [body = "", annexes = ""] = shown.split("PHỤ LỤC I. KẾT QUẢ TỪNG CÂU");
    for (const other of [copy, page]) {
      expect(linesOfPage(other).join("\n")).toContain(body.trim());
      expect(linesOfPage(other).join("\n")).toContain(annexes.trim());
    }
  });

  it("stands in Word line by line: nothing that was not read, nothing left out, in its order", () => {
    const first = word.indexOf(linesOf(words)[0] ?? "");
    const end = word.findIndex((line) => line.endsWith("./."));
    const annex = word.indexOf("Phụ lục I");
    expect([first, end, annex].every((at) => at > 0)).toBe(true);
    const ofAnnexes = [
      ...["Phụ lục I", "KẾT QUẢ TỪNG CÂU", "Phụ lục II", "ẢNH CHỤP TẠI CUỘC KIỂM TRA"],
      "(Kèm theo Biên bản kiểm tra tại Tên đổi sau khi ký)",
      "Ảnh thuộc biên bản có dấu vân SHA-256:",
      fingerprint,
    ];
    const said = [...word.slice(first, end + 1), ...word.slice(annex)].filter(
      (line) => !ofAnnexes.includes(line),
    );
    expect(said).toEqual(linesOf(words));
  });

  it("numbers its parts alike: the one in which findings stand is the one it names", () => {
    const headings = [...onScreen(words).matchAll(/<h2>(.*?)<\/h2>/g)].map(([, text = ""]) => text);
    expect(headings[3]).toBe("IV. CÁC ĐIỂM TỒN TẠI");
    expect(linesOf(words).join("\n")).toContain("đúng thời hạn nêu tại mục IV");
    expect(linesOf(words).join("\n")).toContain("(điểm 1 mục IV)");
  });

  it("keeps the lines that were typed, and its codes whole", () => {
    const html = onScreen(words);
    expect(html).toContain("Bản ký năm 2012.\nThiếu dấu.");
    expect(html).toContain('<span class="code-whole">QT-TCKH-04/06</span>');
    expect(html).toContain('<span class="code-whole">26/2014/TT-BKHCN</span>');
    const unnumbered = { ...words, bases: ["Căn cứ Quyết định số        /QĐ-UBND ngày 10 tháng 4"] };
    expect(onScreen(unnumbered)).toContain('<span class="code-whole">/QĐ-UBND</span>');
  });
});

describe("whether the text says what was recorded", () => {
  const score = scoreVisit(visit.checklist, visit.scope, sheet.answers);
  const told = (over: Partial<typeof sheet>, of = score): boolean =>
    tells(words, of, visit.checklist, { ...sheet, ...over });

  it("is told by score, grade, findings, conclusion and the agency's words", () => {
    expect(told({})).toBe(true);
    expect(told({}, { ...score, scoreHundredths: (score.scoreHundredths ?? 0) + 1 })).toBe(false);
    expect(told({}, { ...score, gradeCode: "good" })).toBe(false);
    expect(told({ findings: [{ ...sheet.findings[0]!, evidence: "Khác" }] })).toBe(false);
    expect(told({ conclusion: "Khác" })).toBe(false);
    expect(told({ representative: { ...sheet.representative, statement: "Khác" } })).toBe(false);
  });
});

/** Whatever somebody types, as a device cleans it before it is read out. */
const typed = fc
  .oneof(
    fc.constantFrom(
      "Ký 2012\u2028chưa thay",
      "Bản\u200bký",
      "Quy trình".normalize("NFD"),
      " hai \r\n dòng; ",
      "...x;.",
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  )
  .map(clean)
  .filter((text) => text !== "");

it("a text is never refused for what somebody typed", () => {
  fc.assert(
    fc.property(typed, typed, typed, (evidence, conclusion, statement) => {
      const [first, ...rest] = sheet.findings;
      const said = {
        ...sheet,
        conclusion,
        findings: [{ ...first!, evidence, statement }, ...rest],
        representative: { ...sheet.representative, statement },
      };
      const { sealed: read } = minutesMessage.parse({
        ...{ format: 1, visitId: sheet.visitId, recordedAt: "2017-10-12T04:05:00Z", fingerprint },
        text: minutesText(sealedWith({ visit, frame }, said)),
      });
      const score = scoreVisit(visit.checklist, visit.scope, said.answers);
      expect(read && tells(read.sheet.words ?? words, score, visit.checklist, read.sheet)).toBe(true);
    }),
  );
});

describe("minutes that were signed before their text was sealed with them", () => {
  it("are sealed over the same text as before, and read back without words", () => {
    expect(minutesText(sheet)).not.toContain('"words"');
    expect(minutesText({ ...sealed, words: undefined })).toBe(minutesText(sheet));
  });

  it("are refused with a table that has holes, or a part of another kind", () => {
    const broken = {
      ...words,
      annexes: { ...words.annexes, answers: { ...words.annexes.answers, rows: [["C.1"]] } },
    };
    const open = { ...words, body: [{ kind: "room", lines: 2 } as const] };
    for (const other of [broken, open]) {
      const text = minutesText({ ...sealed, words: other });
      const message = {
        format: 1,
        visitId: sheet.visitId,
        recordedAt: "2017-10-12T04:05:00Z",
        fingerprint,
        text,
      };
      expect(minutesMessage.safeParse(message).success).toBe(false);
    }
  });
});
