import { expect, it } from "vitest";

import { tablesOf } from "@/lib/files/tables/bytes";
import { wordParts, zipped } from "@/tests/support/office-files";

async function read(body: string): Promise<unknown> {
  const found = await tablesOf(zipped(wordParts(body)), "quyết định.docx");
  return "fault" in found
    ? found.fault
    : found.tables.flatMap(({ rows }) => rows.map(({ number, cells }) => [number, ...cells]));
}

const run = (text: string, properties = ""): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (text: string, properties = ""): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
const tc = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const table = (...rows: string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>${rows.join("")}</w:tbl>`;

it.each<[string, string, unknown[]]>([
  [
    "paragraphs and tables in their order, by their place",
    p("QUYẾT ĐỊNH") + p("") + table(tr(tc(p("STT")), tc(p("Tên")))) + p("Nơi nhận:") + "<w:sectPr/>",
    [
      [1, "QUYẾT ĐỊNH"],
      [3, "STT", "Tên"],
      [4, "Nơi nhận:"],
    ],
  ],
  [
    "cells across columns and rows, in each of them",
    table(
      tr(tc(p("I. Đất đai"), `<w:gridSpan w:val="3"/>`)),
      tr(tc(p("1"), `<w:vMerge w:val="restart"/>`), tc(p("một")), tc(p("x"))),
      tr(tc(p(""), "<w:vMerge/>"), tc(p("hai"), `<w:gridSpan w:val="2"/>`)),
      tr(tc(p(""), `<w:vMerge w:val="continue"/>`), tc(p("ba")), tc(p("z"))),
      tr(tc(p("2")), tc(p("bốn"), `<w:hMerge w:val="restart"/>`), tc(p(""), "<w:hMerge/>")),
      `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc(p("năm"))}</w:tr>`,
    ),
    [
      [1, "I. Đất đai", "I. Đất đai", "I. Đất đai"],
      [2, "1", "một", "x"],
      [3, "1", "hai", "hai"],
      [4, "1", "ba", "z"],
      [5, "2", "bốn", "bốn"],
      [6, "", "", "năm"],
    ],
  ],
  [
    "a table within a cell as text of the cell, and several paragraphs as lines",
    table(tr(tc(p("a") + table(tr(tc(p("b")), tc(p("c"), `<w:gridSpan w:val="2"/>`))) + p("d")), tc(p("e")))),
    [[1, "a\nb\nc\nd", "e"]],
  ],
  [
    "tabs, breaks and hyphens that do not break",
    `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>Số:</w:t><w:tab/><w:t>12/QĐ</w:t>
     <w:noBreakHyphen/><w:t>UBND</w:t><w:br/><w:t>ngày</w:t><w:cr/><w:t>hôm nay</w:t></w:r></w:p>`,
    [[1, "Số: 12/QĐ-UBND\nngày\nhôm nay"]],
  ],
  [
    "what was put in, not what was deleted or moved away",
    `<w:p><w:ins>${run("mới ")}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:moveFrom>${run("kia")}</w:moveFrom>
     <w:moveTo>${run("đây")}</w:moveTo></w:p>`,
    [[1, "mới đây"]],
  ],
  [
    "paragraphs as one where the end between them was deleted, and no row that was or is hidden",
    p("một ", "<w:rPr><w:del/></w:rPr>") +
      p("dòng") +
      table(
        `<w:tr><w:trPr><w:del/></w:trPr>${tc(p("xóa"))}</w:tr>`,
        `<w:tr><w:trPr><w:hidden/></w:trPr>${tc(p("ẩn"))}</w:tr>`,
        tr(
          tc(p("giữ ", "<w:rPr><w:del/></w:rPr>") + p("lại")),
          tc(p("ô", "<w:rPr><w:del/></w:rPr>")),
          tc(p("kế")),
        ),
      ) +
      p("cuối", "<w:rPr><w:del/></w:rPr>"),
    [
      [1, "một dòng"],
      [2, "giữ lại", "ô", "kế"],
      [3, "cuối"],
    ],
  ],
  [
    "no hidden text, but what was hidden once",
    `<w:p>${run("ẩn", "<w:vanish/>")}${run("hiện ", `<w:vanish w:val="false"/>`)}${run("ra", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")}</w:p>`,
    [[1, "hiện ra"]],
  ],
  [
    "what a field shows, not how it is reckoned",
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:hyperlink>${run("Cổng")}</w:hyperlink></w:p>`,
    [[1, "Cổng"]],
  ],
  [
    "a text box once, with its table",
    `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p("khung")}${table(tr(tc(p("ô"))))}</w:txbxContent></mc:Choice>
     <mc:Fallback><w:txbxContent>${p("khung")}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run(" sau")}</w:p>${p("kế")}`,
    [
      [1, "khung\nô\nsau"],
      [2, "kế"],
    ],
  ],
  [
    "rows and cells in fields of a form",
    table(
      `<w:sdt><w:sdtPr><w:t>gợi ý</w:t></w:sdtPr><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc(p("a"))}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
    ),
    [[1, "a"]],
  ],
  [
    "letters whose marks stand apart, spaces that do not break, and the ư of old fonts",
    p("Hoa\u0300\u00a0bi\u0300nh\u200b") +
      `<w:p><w:r><w:t>Bé tr</w:t><w:softHyphen/><w:t>ëng §Çu t</w:t><w:softHyphen/></w:r></w:p>`,
    [
      [1, "Hoà bình"],
      [2, "Bé tr\u00adëng §Çu t\u00ad"],
    ],
  ],
])("reads %s", async (_what, body, rows) => {
  expect(await read(body)).toEqual(rows);
});

it.each<[string, string, string]>([
  ["a row too wide", table(tr(tc(p("a"), `<w:gridSpan w:val="201"/>`))), "too-much-in-file"],
  [
    "a row that grows too wide",
    table(tr(tc(p("a"), `<w:gridSpan w:val="150"/>`), tc(p("b"), `<w:gridSpan w:val="150"/>`))),
    "too-much-in-file",
  ],
  ["a cell across no number of columns", table(tr(tc(p("a"), `<w:gridSpan w:val="x"/>`))), "file-damaged"],
  ["a paragraph too long", p("đ".repeat(32_768)), "too-much-in-file"],
  ["what is closed in another order", "<w:p></w:body>", "file-damaged"],
])("refuses %s", async (_what, body, fault) => {
  expect(await read(body)).toBe(fault);
});
