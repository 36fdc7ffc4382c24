import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it, test } from "vitest";

import { officeTypeOf } from "@/lib/files/bytes";
import { mediaTypeOf } from "@/lib/files/rules";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { heading, paragraph } from "@/lib/reports/documents/model";
import { noticeOf } from "@/lib/reports/documents/notice";
import { summaryOf } from "@/lib/reports/documents/summary";
import { keptFrom } from "@/lib/reports/render/blocks";
import { docxType, renderDocx } from "@/lib/reports/render/docx";
import { unregistered } from "@/lib/reports/rules";
import { sealedWith } from "@/lib/visits/wording/rules";
import * as sample from "@/tests/papers/sample";
import * as whole from "@/tests/papers/whole-visit";
import * as year from "@/tests/papers/year";

const common = { office: sample.office, registration: unregistered, illustrative: true, programme: null };
const mm = (twips: string | undefined): number => Math.round((Number(twips) / 1440) * 25.4 * 10) / 10;

let bytes: Uint8Array;
let parts: Record<string, string>;

beforeAll(async () => {
  bytes = await renderDocx(summaryOf({ figures: year.figures, ...common }));
  parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
});

const documentPart = (): string => parts["word/document.xml"] ?? "";
const attributesOf = (tag: string): Record<string, string>[] =>
  [...documentPart().matchAll(new RegExp(`<w:${tag} ([^>]*)/>`, "g"))].map(([, text = ""]) =>
    Object.fromEntries(
      [...text.matchAll(/w:(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    ),
  );

/** The style of the paragraph that holds a text. */
const styleAt = (text: string): string => {
  const [paragraph = ""] =
    [...documentPart().matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)]
      .map(([found]) => found)
      .filter((found) => found.includes(`>${text}<`)) ?? [];
  return /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? "";
};

/** How a style looks, with what it is based on. */
function lookOf(id: string): string {
  const own =
    new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, "s").exec(
      parts["word/styles.xml"] ?? "",
    )?.[0] ?? "";
  const based = /<w:basedOn w:val="(\w+)"/.exec(own)?.[1];
  return own + (based ? lookOf(based) : "");
}

/** What no XML may hold, from rows that were kept before it was dropped at the door. */
const broken = "hỏng\ufffe\uffff\u0000\u000b\ud800\u{1ffff}\u2028";
function spoilt<Part>(part: Part): Part {
  if (typeof part === "string") return (/[^\0-\xff]/.test(part) ? part + broken : part) as Part;
  if (Array.isArray(part)) return part.map(spoilt) as Part;
  if (typeof part !== "object" || part === null || part instanceof Uint8Array) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, spoilt(value as unknown)]),
  ) as Part;
}

test("what ends a section is too low to begin a page of its own, however full the page before it is", async () => {
  const papers = [
    minutesOf({
      ...{ visit: sample.visit, holders: [], positions: {}, adoption: sample.adoption, ...common },
      ...{
        photos: [],
        minutes: { ...sample.minutes, signed: { words: sealedWith(whole, whole.sheet).words } },
      },
    }),
    noticeOf({ visit: sample.visit, result: sample.result, rechecked: [], minutes: [], ...common }),
    summaryOf({ figures: year.figures, ...common }),
  ];
  for (const paper of papers) {
    const written = unzipSync(await renderDocx(paper))["word/document.xml"] ?? new Uint8Array();
    const sections = strFromU8(written).split("<w:sectPr>").slice(0, -1);
    expect(sections).toHaveLength(1 + paper.annexes.length);
    for (const [index, section] of sections.entries()) {
      const last = section.slice(section.lastIndexOf("<w:p>"));
      expect([index, /<w:t[ >]|<w:pStyle w:val="Gap"/.test(last), last.includes("</w:tbl>")]).toEqual([
        ...[index, true, false],
      ]);
    }
  }
  expect(lookOf("Gap")).toContain('w:after="100" w:line="20" w:lineRule="exact"');
});

test("every paper is well-formed, whatever stands in the records, and its photographs stay as they are", async () => {
  const image = { type: "jpg", bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0x7f), width: 40, height: 30 } as const;
  const papers = [
    minutesOf({
      ...{ visit: sample.visit, holders: [], positions: {}, adoption: sample.adoption, ...common },
      photos: [{ questionCode: "D.2", sha256: "5e".repeat(32), caption: "Bảng tin", image }],
      minutes: { ...sample.minutes, signature: { kind: "drawn", path: "M10 20 L300 150" } },
    }),
    noticeOf({ visit: sample.visit, result: sample.result, rechecked: [], minutes: [], ...common }),
    summaryOf({ figures: year.figures, ...common }),
  ];
  for (const paper of papers) {
    const written = unzipSync(await renderDocx(spoilt(paper)));
    for (const [name, content] of Object.entries(written)) {
      if (!/\.(?:xml|rels)$/.test(name)) continue;
      expect([
        name,
        /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(strFromU8(content)),
      ]).toEqual([name, null]);
    }
    expect(strFromU8(written["word/document.xml"] ?? new Uint8Array())).toContain("hỏng");
    const pictures = Object.entries(written).flatMap(([name, content]) =>
      name.endsWith(".jpg") ? [content] : [],
    );
    expect(pictures).toEqual(paper === papers[0] ? [image.bytes] : []);
  }
});

describe("a Word file", () => {
  it("is one, by its bytes", async () => expect(await officeTypeOf(bytes)).toBe(docxType));

  it("is A4 with the margins of the decree, 20/20/30/15 mm, in every section", () => {
    const margins = attributesOf("pgMar");
    expect(margins).toHaveLength(5);
    for (const { top, bottom, left, right } of margins)
      expect([top, bottom, left, right].map(mm)).toEqual([20, 20, 30, 15]);
    const sizes = attributesOf("pgSz").map(({ w, h }) => [mm(w), mm(h)]);
    expect(sizes).toEqual([
      [210, 297],
      [297, 210],
      [297, 210],
      [297, 210],
      [210, 297],
    ]);
  });

  it("counts the pages of each section from one, and hides the first number", () => {
    expect(documentPart().match(/<w:titlePg\/>/g)).toHaveLength(5);
    expect(attributesOf("pgNumType").map(({ start }) => start)).toEqual(["1", "1", "1", "1", "1"]);
    const numbered = Object.entries(parts).filter(
      ([name, text]) => name.includes("header") && text.includes("PAGE"),
    );
    expect(numbered.length).toBeGreaterThan(0);
    for (const [, text] of numbered) expect(text).toContain('<w:pStyle w:val="Header"/>');
    expect(lookOf("Header")).toContain('<w:jc w:val="center"/>');
  });

  it("is set in Times New Roman alone", () => {
    const fonts = Object.values(parts).flatMap((part) =>
      [...part.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font),
    );
    expect(new Set(fonts)).toEqual(new Set(["Times New Roman"]));
  });

  it.each([
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Motherland", 12, ["b"]],
    ["Độc lập - Tự do - Hạnh phúc", "Motto", 13, ["b"]],
    ["UBND TỈNH QUẢNG NGÃI", "ParentAgency", 12, []],
    ["SỞ KHOA HỌC VÀ CÔNG NGHỆ", "IssuingAgency", 12, ["b"]],
    ["BÁO CÁO", "Title", 14, ["b"]],
    ["Nơi nhận:", "RecipientsTitle", 12, ["b", "i"]],
    ["Phụ lục I", "AnnexTitle", 14, ["b"]],
    ["KT. GIÁM ĐỐC", "SignerTitle", null, ["b"]],
    ["PHÓ GIÁM ĐỐC", "SignerTitle", null, ["b"]],
    ["Nguyễn Văn An", "SignerName", null, ["b"]],
    ["TÌNH HÌNH CHUNG", "Heading1", null, ["b"]],
  ] as const)("sets %s as %s", (text, style, points, looks) => {
    expect(styleAt(text)).toBe(style);
    const look = lookOf(style);
    if (points !== null) expect(look).toContain(`<w:sz w:val="${points * 2}"/>`);
    expect(["b", "i"].filter((each) => look.includes(`<w:${each}/>`))).toEqual(looks);
  });

  it("looks as its styles say: nothing is formatted by hand", () => {
    expect(documentPart()).not.toMatch(/<w:(?:rFonts|sz|b|i|u|jc|color)[ /]/);
    const used = [...documentPart().matchAll(/<w:(?:pStyle|tblStyle) w:val="(\w+)"/g)].map(([, id]) => id);
    const known = [...(parts["word/styles.xml"] ?? "").matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id);
    expect(known).toEqual(expect.arrayContaining([...new Set(used)]));
    expect(documentPart().match(/<w:p>(?!<w:pPr><w:(?:pStyle|sectPr))/g)).toBeNull();
    expect(used).toEqual(expect.arrayContaining(["Normal", "Heading1", "ListBullet", "TableGrid", "Title"]));
  });

  it("numbers headings and lists by itself, and opens a pane to move about in", () => {
    const numbering = parts["word/numbering.xml"] ?? "";
    for (const style of ["Heading1", "Heading2", "ListBullet"])
      expect(numbering).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(lookOf("Heading1")).toContain('<w:outlineLvl w:val="0"/>');
    expect(documentPart()).not.toMatch(/<w:t[^>]*>(?:[IVX]+\. [A-ZĐ]{2}|- )(?!Như|Sở|Các|Lưu)/);
  });

  it("is written in Vietnamese, by whoever issues it, without a colour of the library's", () => {
    expect(parts["word/styles.xml"]).toContain('<w:lang w:val="vi-VN"');
    expect(parts["word/styles.xml"]).not.toMatch(/w:color w:val="(?!000000)/);
    const core = parts["docProps/core.xml"] ?? "";
    expect(core).toContain("<dc:creator>SỞ KHOA HỌC VÀ CÔNG NGHỆ</dc:creator>");
    expect(core).toContain("<cp:lastModifiedBy>SỞ KHOA HỌC VÀ CÔNG NGHỆ</cp:lastModifiedBy>");
    expect(Object.values(parts).join("")).not.toContain("Un-named");
  });

  it("keeps rows whole and repeats the heads of tables", () => {
    const rows = documentPart().match(/<w:tr>/g)?.length ?? 0;
    expect(documentPart().match(/<w:cantSplit\/>/g)).toHaveLength(rows);
    expect(documentPart().match(/<w:tblHeader\/>/g)).toHaveLength(5);
  });

  it("draws rules as lines, never as letters, and no picture of a seal or a hand", () => {
    expect(documentPart()).not.toMatch(/_{3,}|─|<w:u |<w:drawing|<w:pict/);
    expect(lookOf("Rule")).toContain('<w:bottom w:val="single"');
    expect(documentPart().match(/<w:pStyle w:val="Rule"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(Object.keys(parts).filter((name) => name.includes("media/"))).toEqual([]);
  });

  it("holds no macro and no address outside itself", () => {
    expect(Object.keys(parts).join()).not.toMatch(/vba|embeddings/);
    expect(Object.values(parts).join("")).not.toContain('TargetMode="External"');
  });
});

test("what is typed into the records stays text", async () => {
  const finding = { ...sample.finding, evidence: `</w:t><w:drawing/> & "${"\u0007"}"` };
  const visit = { ...sample.visit, findings: [finding] };
  const file = await renderDocx(
    noticeOf({ visit, result: sample.result, rechecked: [], minutes: [], ...common }),
  );
  const xml = strFromU8(unzipSync(file)["word/document.xml"] ?? new Uint8Array());
  expect(xml).not.toContain("<w:drawing");
  expect(xml).toContain("&lt;/w:t&gt;");
  expect(xml).not.toContain("\u0007");
});

test("a signature drawn on a device stands above its name, described in words; without one there is no picture", async () => {
  const facts = {
    visit: sample.visit,
    holders: [],
    positions: {},
    photos: [],
    adoption: sample.adoption,
    ...common,
  };
  const signed = { ...sample.minutes, signature: { kind: "drawn" as const, path: "M10 20 L300 150" } };
  const partsOf = async (minutes: typeof sample.minutes): Promise<Record<string, Uint8Array>> =>
    unzipSync(await renderDocx(minutesOf({ ...facts, minutes })));
  const drawn = await partsOf(signed);
  const xml = strFromU8(drawn["word/document.xml"] ?? new Uint8Array());
  expect(xml).toContain(`descr="Chữ ký của ${sample.minutes.representativeName}"`);
  expect(xml.indexOf("<w:drawing>")).toBeLessThan(xml.lastIndexOf(`>${sample.minutes.representativeName}<`));
  const [picture] = Object.entries(drawn).filter(([name]) => name.startsWith("word/media/"));
  expect(picture && mediaTypeOf(picture[1])).toBe("image/png");
  const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [];
  expect([width, height].map((each) => Math.round(Number(each) / 36_000))).toEqual([45, 15]);
  const typed = await partsOf(sample.minutes);
  expect(Object.keys(typed).filter((name) => name.startsWith("word/media/"))).toEqual([]);
});

test.each([
  ["Thông tư số 26/2014/TT-BKHCN", 1],
  ["Quy trình QT-TCKH-01 còn dùng", 2],
  ["Phòng Tài chính - Kế hoạch", 0],
  ["kiểm-tra", 0],
])("of %s, %i hyphens do not end a line", async (evidence, count) => {
  const finding = { ...sample.finding, evidence };
  const file = await renderDocx(
    noticeOf({
      visit: { ...sample.visit, findings: [finding] },
      result: sample.result,
      rechecked: [],
      minutes: [],
      ...common,
      office: { ...sample.office, bases: [] },
    }),
  );
  const xml = strFromU8(unzipSync(file)["word/document.xml"] ?? new Uint8Array());
  const cell = /<w:tc>(?:(?!<w:tc>).)*Phạm vi/su.exec(xml.slice(xml.indexOf(">D.2<")))?.[0] ?? "";
  expect(cell.match(/<w:noBreakHyphen\/>/g)?.length ?? 0).toBe(count);
});

test("lines that somebody typed stay lines", async () => {
  const minutes = { ...sample.minutes, opinion: "dissents" as const, statement: "Dòng một.\nDòng hai" };
  const facts = { visit: sample.visit, holders: [], positions: {}, photos: [], adoption: sample.adoption };
  const file = await renderDocx(minutesOf({ ...facts, minutes, ...common }));
  const xml = strFromU8(unzipSync(file)["word/document.xml"] ?? new Uint8Array());
  expect(xml).toMatch(/>Dòng một\.<.*<w:p>.*>Dòng hai\.</su);
});

test("the last section stays with the signatures where it is short, and only its last words where it is long", () => {
  const short = [heading("I"), paragraph("a"), heading("II"), paragraph("b")];
  expect(keptFrom(short)).toBe(2);
  expect(keptFrom([...short, paragraph("c".repeat(1600))])).toBe(5);
  expect(keptFrom([paragraph("a")])).toBe(1);
});
