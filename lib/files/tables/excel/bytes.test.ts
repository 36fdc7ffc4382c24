import { expect, it } from "vitest";

import { tablesOf } from "@/lib/files/tables/bytes";
import { excelParts, zipped, type Parts, type Sheet } from "@/tests/support/office-files";

type Lists = Parameters<typeof excelParts>[1];

/** Each sheet as its name and its rows, each of those as its number and its cells. */
async function read(parts: Parts): Promise<unknown> {
  const found = await tablesOf(zipped(parts), "danh mục.xlsx");
  return "fault" in found
    ? found.fault
    : found.tables.map(({ name, rows }) => [name, ...rows.map(({ number, cells }) => [number, ...cells])]);
}

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, ...texts: string[]): string =>
  `<row r="${number}">${texts.map(inline).join("")}</row>`;

/** Styles 0 to 5: as it comes, a day, a day as somebody wrote it, an amount in dong, six places, minutes of an hour. */
const styles =
  `<numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/>` +
  `<numFmt numFmtId="165" formatCode="#,##0&quot; đồng mỗi ngày&quot;"/>` +
  `<numFmt numFmtId="166" formatCode="0.000000"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>` +
  `<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>` +
  `<cellXfs>${[0, 14, 164, 165, 166, 167].map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs>`;

it.each<[string, Sheet, Lists, unknown[]]>([
  [
    "texts that cells share, in pieces, without how they are pronounced",
    {
      rows: `<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>9</v></c></row>`,
    },
    {
      texts:
        `<si><t>Tên thủ tục</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Mã </t></r><r><t>TTHC</t></r>` +
        `<rPh sb="0" eb="1"><t>đọc</t></rPh><phoneticPr fontId="1"/></si>`,
    },
    [[1, "Mã TTHC", "Tên thủ tục"]],
  ],
  [
    "what formulas gave, and what is true",
    {
      rows:
        `<row r="2"><c r="A2" t="str"><f>A1&amp;"x"</f><v>kết quả</v></c><c r="B2"><f>1+1</f><v>2</v></c>` +
        `<c r="C2" t="b"><v>1</v></c><c r="D2" t="b"><v>0</v></c><c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
    },
    {},
    [[2, "kết quả", "2", "TRUE", "FALSE", "#DIV/0!"]],
  ],
  [
    "numbers as they were typed",
    {
      rows: `<row r="1">${["12", "3.0", "1.0127530000000001", "1E-7", "1.5E+16", "-0.5", "0"].map((v) => `<c><v>${v}</v></c>`).join("")}</row>`,
    },
    {},
    [[1, "12", "3", "1.012753", "0.0000001", "15000000000000000", "-0.5", "0"]],
  ],
  [
    "days by their format, and amounts that only speak of days",
    {
      rows: `<row r="1">${[1, 2, 3, 4, 5, 0].map((s) => `<c s="${s}"><v>${s === 4 ? "1.01275" : "46037.5"}</v></c>`).join("")}</row>`,
    },
    { styles },
    [[1, "15/01/2026", "15/01/2026", "46037.5", "1.012750", "46037.5", "46037.5"]],
  ],
  [
    "days of a workbook that begins in 1904",
    { rows: `<row r="1"><c s="1"><v>44575</v></c><c t="d"><v>2026-01-15T00:00:00</v></c></row>` },
    { styles, settings: `<workbookPr date1904="1"/>` },
    [[1, "15/01/2026", "15/01/2026"]],
  ],
  [
    "what is merged, in each of its cells: a title and a field of work at the side of its procedures",
    {
      rows: row(1, "DANH MỤC") + row(3, "Đất đai", "một") + `<row r="4"><c r="B4"><v>2</v></c></row>`,
      after: `<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/></mergeCells>`,
    },
    {},
    [
      [1, "DANH MỤC", "DANH MỤC", "DANH MỤC"],
      [3, "Đất đai", "một"],
      [4, "Đất đai", "2"],
    ],
  ],
  [
    "merged rows and columns of the whole sheet, as far as something is written",
    {
      rows: row(1, "Tiêu đề") + row(2, "a", "b"),
      after: `<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="B2:B1048576"/></mergeCells>`,
    },
    {},
    [
      [1, "Tiêu đề", "Tiêu đề"],
      [2, "a", "b"],
    ],
  ],
  [
    "rows by the numbers that Excel shows, without the empty ones",
    {
      rows: `<row r="5"><c r="C5"><v>1</v></c><c r="D5" s="1"/></row><row r="7"><c r="A7"/></row>${row(9, "cuối")}`,
    },
    {},
    [
      [5, "", "", "1"],
      [9, "cuối"],
    ],
  ],
  [
    "places that are not said",
    { rows: `<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>` },
    {},
    [
      [1, "1", "2"],
      [2, "3"],
    ],
  ],
  [
    "texts with spaces that do not break, signs that are not seen, marks that stand apart and ends of lines",
    {
      rows: row(
        1,
        " Thủ\u00a0tục\u200b ",
        "hoa\u0300",
        "dòng một_x000D_\ndòng hai",
        "&lt;a&gt; &amp; &#233;",
        "<![CDATA[a & b]]>",
      ),
    },
    {},
    [[1, "Thủ tục", "hoà", "dòng một\ndòng hai", "<a> & é", "a & b"]],
  ],
  [
    "the ư of old fonts, which is seen nowhere else",
    {
      rows: row(
        1,
        "H×nh thøc ®Çu t\u00ad n\u00adíc ngoµi",
        "120 gi\u00adêng",
        "Thủ\u00ad tục",
        "Công\u00adty",
      ),
    },
    {},
    [[1, "H×nh thøc ®Çu t\u00ad n\u00adíc ngoµi", "120 gi\u00adêng", "Thủ tục", "Côngty"]],
  ],
])("reads %s", async (_what, sheet, lists, rows) => {
  expect(await read(excelParts([sheet], lists))).toEqual([["Sheet1", ...rows]]);
});

it("reads sheets in their order, without the hidden ones", async () => {
  const sheets = [
    { name: "Mới &amp; sửa", rows: row(1, "a") },
    { state: "hidden", rows: row(1, "b") },
    { state: "veryHidden", rows: row(1, "c") },
    { name: "Bãi bỏ", rows: "" },
  ];
  expect(await read(excelParts(sheets))).toEqual([["Mới & sửa", [1, "a"]], ["Bãi bỏ"]]);
});

it("reads names with prefixes, and leaves out what programs keep beside the sheet", async () => {
  const parts = excelParts([
    {
      rows: row(1, "a"),
      after: `<extLst><ext><x14:c xmlns:x14="x"><v>1</v></x14:c><row r="0"/></ext></extLst>`,
    },
  ]);
  const prefixed = Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [
      name,
      name.startsWith("xl/w")
        ? String(content)
            .replaceAll(/<(\/?)(?=[a-z]+[ />])/gi, "<$1x:")
            .replace("xmlns=", "xmlns:x=")
            .replaceAll("r:", "d3p1:")
        : content,
    ]),
  );
  expect(await read(parts)).toEqual([["Sheet1", [1, "a"]]]);
  expect(await read(prefixed)).toEqual([["Sheet1", [1, "a"]]]);
});

const many = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join("");

it.each<[string, Sheet, string]>([
  ["a column too far", { rows: `<row r="1"><c r="GS1"><v>1</v></c></row>` }, "too-much-in-file"],
  ["a text too long", { rows: row(1, "đ".repeat(32_768)) }, "too-much-in-file"],
  [
    "merged cells over and over",
    {
      rows: row(1, "a"),
      after: `<mergeCells>${many(60, () => `<mergeCell ref="A1:GR200"/>`)}</mergeCells>`,
    },
    "too-much-in-file",
  ],
  ["rows that go back", { rows: row(2, "a") + row(1, "b") }, "file-damaged"],
  ["a row of no number", { rows: `<row r="x"/>` }, "file-damaged"],
  ["cells that stand in another row", { rows: `<row r="1"><c r="A2"/></row>` }, "file-damaged"],
  ["what is not closed", { rows: `<row r="1">` }, "file-damaged"],
  ["an entity of its own", { rows: row(1, "&lol;") }, "file-damaged"],
  ["what nests without end", { rows: "<a>".repeat(300) + "</a>".repeat(300) }, "file-damaged"],
])("refuses %s", async (_what, sheet, fault) => {
  expect(await read(excelParts([sheet]))).toBe(fault);
});

it("refuses a workbook whose sheet is not there", async () => {
  const { "xl/worksheets/sheet0.xml": sheet = "", ...parts } = excelParts([{ rows: row(1, "a") }]);
  expect(await read({ ...parts, "xl/worksheets/other.xml": sheet })).toBe("file-damaged");
});
