import { describe, expect, it } from "vitest";

import { tablesOf } from "@/lib/files/tables/bytes";
import { excelParts, relationsOf, typesOf, wordParts, zipped } from "@/tests/support/office-files";

const text = (written: string): Uint8Array => new TextEncoder().encode(written);
const book = excelParts([{ rows: `<row r="1"><c t="str"><v>a</v></c></row>` }]);
const paper = wordParts(`<w:p><w:r><w:t>a</w:t></w:r></w:p>`);

/** Bytes that no packing shortens, the same each time. */
function noise(length: number): Uint8Array {
  let seed = 1;
  return Uint8Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed & 0xff;
  });
}

/** What the file was read as, or why not. */
async function read(bytes: Uint8Array, name = "tệp.xlsx"): Promise<unknown> {
  const found = await tablesOf(bytes, name);
  return "fault" in found ? found.fault : found.tables.map(({ rows }) => rows.map(({ cells }) => cells));
}

/** The last entry of the directory says that it unpacks to so much. */
function lying(bytes: Uint8Array, unpacked: number): Uint8Array {
  const lie = bytes.slice();
  const view = new DataView(lie.buffer);
  let last = 0;
  for (let at = 0; at + 4 <= lie.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) last = at;
  view.setUint32(last + 24, unpacked, true);
  return lie;
}

describe("a file", () => {
  it("is what its content says, and gives its name to the table of a Word or CSV file", async () => {
    expect(await tablesOf(zipped(paper), "C:\\hồ sơ\\danh mục.xlsx")).toEqual({
      tables: [{ name: "danh mục.xlsx", rows: [{ number: 1, cells: ["a"] }] }],
    });
    expect(await tablesOf(text("a,b"), "a.docx")).toEqual({
      tables: [{ name: "a.docx", rows: [{ number: 1, cells: ["a", "b"] }] }],
    });
    expect(await tablesOf(zipped(book), "a.csv")).toMatchObject({ tables: [{ name: "Sheet1" }] });
  });

  it.each<[string, Uint8Array]>([
    ["UTF-8", text("Đất đai;hoà")],
    ["UTF-8 with a mark", text("\ufeffĐất đai;hoà")],
    ["UTF-16", Buffer.from("\ufeffĐất đai;hoà", "utf16le")],
    ["UTF-16 the other way round", Buffer.from("\ufeffĐất đai;hoà", "utf16le").swap16()],
    ["what Vietnamese Windows writes", Buffer.from([0xd0, 0xe2, 0xec, 0x74, 0x20, 0xf0, 0x61, 0x69, 0x3b, 0x68, 0x6f, 0x61, 0xcc])], // prettier-ignore
  ])("of text is read: %s", async (_encoding, bytes) => {
    expect(await read(bytes)).toEqual([[["Đất đai", "hoà"]]]);
  });

  const types = "[Content_Types].xml";
  const sheet = "xl/worksheets/sheet0.xml";
  const bomb = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">${[..."bcdefghij"]
    .map((name, index) => `<!ENTITY ${name} "${`&${"abcdefghi".charAt(index)};`.repeat(10)}">`)
    .join("")}]>`;
  const many = (piece: string, count: number): string => piece.repeat(count);

  it.each<[string, () => Uint8Array, unknown]>([
    ["nothing", () => new Uint8Array(), "not-a-table-file"],
    ["a picture", () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "not-a-table-file"],
    ["a PDF", () => text("%PDF-1.7\n"), "not-a-table-file"],
    ["a page of the web by the name of a table", () => text("\n<html><table>"), "not-a-table-file"],
    ["rich text", () => text("{\\rtf1 a}"), "not-a-table-file"],
    ["signs of control", () => text("a\u0001b,c"), "not-a-table-file"],
    ["half a sign of UTF-16", () => Uint8Array.of(0xff, 0xfe, 0x00, 0xd8), "not-a-table-file"],
    ["ten megabytes of anything", () => noise(10 << 20), "not-a-table-file"],
    ["ten megabytes of anything in the shape of an archive", () => Uint8Array.from([0x50, 0x4b, 3, 4, ...noise(1 << 20)]), "file-damaged"], // prettier-ignore
    ["Word and Excel before 2007, or behind a password", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...noise(512)]), "old-office-file"], // prettier-ignore
    ["a plain archive", () => zipped({ "a.txt": "a" }), "not-a-table-file"],
    ["a presentation", () => zipped({ ...book, [types]: typesOf("xl/workbook.xml", "presentationml.presentation") }), "not-a-table-file"], // prettier-ignore
    ["macros by their part", () => zipped({ ...book, "xl/vbaProject.bin": "x" }), "macros-in-file"],
    ["macros by their type", () => zipped({ ...book, [types]: String(book[types]).replaceAll(/application\/vnd.openxmlformats[^"]*main/g, "application/vnd.ms-excel.sheet.macroEnabled.main") }), "macros-in-file"], // prettier-ignore
    ["a file cut off", () => zipped(book).subarray(0, 900), "file-damaged"],
    ["a part cut off", () => zipped(book).fill(0xff, 60, 120), "file-damaged"],
    ["a bomb", () => zipped({ ...book, [sheet]: new Uint8Array(20 << 20) }), "too-much-in-file"],
    ["a directory that says less than there is", () => lying(zipped({ ...book, [sheet]: many("<c/>", 9000) }), 100), "file-damaged"], // prettier-ignore
    ["a directory that says more than there is", () => lying(zipped({ ...book, [sheet]: noise(90_000) }), 99_000), "file-damaged"], // prettier-ignore
    ["a part too long", () => zipped({ ...book, [sheet]: new Uint8Array((20 << 20) + 1), "a.png": noise(300_000) }), "too-much-in-file"], // prettier-ignore
    ["parts too long together", () => zipped({ ...book, ...Object.fromEntries([..."abcd"].map((name) => [name, new Uint8Array(16 << 20)])), "a.png": noise(700_000) }), "too-much-in-file"], // prettier-ignore
    ["entities upon entities", () => zipped({ ...paper, "word/document.xml": `${bomb}<w>&j;</w>` }), "file-damaged"], // prettier-ignore
    ["a DOCTYPE among the texts of a workbook", () => zipped({ ...book, [sheet]: "<!DOCTYPE x><worksheet/>" }), "file-damaged"], // prettier-ignore
    ["a DOCTYPE in a list", () => zipped({ ...book, "xl/_rels/workbook.xml.rels": `<!DOCTYPE x>${relationsOf()}` }), "file-damaged"], // prettier-ignore
    ["letters in no encoding", () => zipped({ ...book, [sheet]: Uint8Array.of(0x3c, 0x61, 0x3e, 0xff) }), "file-damaged"], // prettier-ignore
    ["attributes without end", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<w ${Array.from({ length: 600 }, (_, n) => `a${n}=""`).join(" ")}/>` }), "file-damaged"], // prettier-ignore
    ["a name without end", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<${many("a", 19 << 20)}/>` }), "file-damaged"], // prettier-ignore
    ["too many rows", () => text(many("a\n", 200_001)), "too-much-in-file"],
    ["too many columns", () => text(many("a,", 201)), "too-much-in-file"],
    ["a field too long", () => text(many("a", 32_768)), "too-much-in-file"],
    ["a text too long", () => new Uint8Array((20 << 20) + 1).fill(0x61), "too-much-in-file"],
    ["lines without end", () => text(many("\n", 20 << 20)), "too-much-in-file"],
    ["cells without end", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<w><row>${many("<c/>", 4_900_000)}</row></w>` }), "too-much-in-file"], // prettier-ignore
    ["attributes that say much", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<w>${many(`<c r="${many("x", 60_000)}"/>`, 300)}</w>` }), "file-damaged"], // prettier-ignore
    ["comments that say nothing else", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<w>${many(`<!--${many("x", 60_000)}-->`, 300)}</w>` }), "file-damaged"], // prettier-ignore
    ["cells that repeat a long text", () => zipped({ ...excelParts([{ rows: `<row>${many(`<c t="s"><v>0</v></c>`, 200)}</row>`.repeat(10) }], { texts: `<si><t>${many("a", 32_000)}</t></si>` }), "a.png": noise(9000) }), "too-much-in-file"], // prettier-ignore
    ["a long text that is merged over all", () => zipped({ ...excelParts([{ rows: `<row><c t="s"><v>0</v></c></row>`, after: `<mergeCell ref="A1:GR2000"/>` }], { texts: `<si><t>${many("a", 32_000)}</t></si>` }), "a.png": noise(9000) }), "too-much-in-file"], // prettier-ignore
    ["one sheet by a hundred names", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<w>${many("x", 15_000_000)}</w>`, "xl/workbook.xml": `<w>${many(`<sheet r:id="s0"/>`, 100)}</w>` }), "too-much-in-file"], // prettier-ignore
    ["marks without end", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<w><row>${many(`<c t="str"><v>a${many("\u0301\u0323", 16_000)}</v></c>`, 150)}</row></w>` }), [[Array.from({ length: 150 }, () => `\u1ea1${many("\u0323", 7)}${many("\u0301", 8)}`)]]], // prettier-ignore
    ["the signs of old fonts without end", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<w><row>${many(`<c t="str"><v>${many("t\u00ad ", 10_000)}</v></c>`, 150)}</row></w>` }), [[Array.from({ length: 150 }, () => many("t\u00ad ", 10_000).trim())]]], // prettier-ignore
    ["values of great numbers", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<w>${many(`<row>${many("<c><v>1E300</v></c>", 199)}</row>`, 4000)}</w>` }), "too-much-in-file"], // prettier-ignore
    ["attributes that say much and nothing of a table", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<w>${many(`<d r="${many("x", 60_000)}"/>`, 300)}</w>` }), [[]]], // prettier-ignore
    ["text that says much and nothing of a table", () => zipped({ ...book, "a.png": noise(300_000), [sheet]: `<w>${many("x &lt;", 3_000_000)}</w>` }), [[]]], // prettier-ignore
    ["paragraphs without end", () => zipped({ ...paper, "a.png": noise(300_000), "word/document.xml": `<w:d>${many("<w:p/>", 3_000_000)}</w:d>` }), "too-much-in-file"], // prettier-ignore
    ["texts without end", () => zipped({ ...excelParts([], { texts: many("<si/>", 3_900_000) }), "a.png": noise(300_000) }), "too-much-in-file"], // prettier-ignore
  ])(
    "is read or refused in a moment: %s",
    async (_what, make, outcome) => {
      const bytes = make();
      const began = performance.now();
      const found = await read(bytes);
      expect(found).toEqual(outcome);
      expect(performance.now() - began).toBeLessThan(10_000);
    },
    20_000,
  );

  it("of ten thousand procedures is read with others in between", async () => {
    const cell = (row: number, column: number): string =>
      `<c r="${"ABCDEFGH".charAt(column)}${row}" t="s" s="1"><v>${(row * 8 + column) % 500}</v></c>`;
    const rows = Array.from(
      { length: 10_000 },
      (_, index) =>
        `<row r="${index + 1}">${Array.from({ length: 8 }, (_each, column) => cell(index + 1, column)).join("")}</row>`,
    ).join("");
    const texts = Array.from({ length: 500 }, (_, n) => `<si><t>Thủ tục đăng ký số ${n}</t></si>`).join("");
    const bytes = zipped(excelParts([{ rows }], { texts }));
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 0);
    const found = await tablesOf(bytes, "danh mục.xlsx");
    clearInterval(turn);
    expect("tables" in found && found.tables[0]?.rows).toHaveLength(10_000);
    expect(turns).toBeGreaterThan(rows.length / (512 * 1024));
  });

  it("is read though its template stands elsewhere, where nobody looks", async () => {
    const template = `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://192.0.2.1/a.dotm" TargetMode="External"/></Relationships>`;
    expect(await read(zipped({ ...paper, "word/_rels/settings.xml.rels": template }))).toEqual([[["a"]]]);
    expect(await read(zipped({ ...paper, "word/_rels/document.xml.rels": template }))).toEqual([[["a"]]]);
  });
});
