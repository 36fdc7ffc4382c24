import { expect, it } from "vitest";

import { readProcedures } from "@/lib/catalogue/rows/commands";
import { listRows } from "@/lib/catalogue/rows/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { findLaw } from "@/lib/legal/register/queries";
import { excelParts, wordParts, zipped } from "@/tests/support/office-files";
import { createLaw } from "@/tests/support/fixtures/laws";
import { viewerNamed } from "@/tests/support/database/viewer";

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (n: number, ...cells: string[]) => `<row r="${n}">${cells.map(cell).join("")}</row>`;

const excel = (code: string) =>
  zipped(
    excelParts([
      {
        name: "Bị bãi bỏ",
        rows: [
          row(1, "UBND TỈNH QUẢNG NGÃI"),
          row(4, "STT", "Mã TTHC", "Tên thủ tục hành chính"),
          row(5, "1", code, "Cấp bản sao trích lục"),
        ].join(""),
      },
    ]),
  );

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const line = (...cells: string[]) =>
  `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join("")}</w:tr>`;

const word = (code: string) =>
  zipped(
    wordParts(
      [
        paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ"),
        `<w:tbl>${line("STT", "Tên thủ tục hành chính")}${line("1", `Cấp bản sao trích lục (Mã số TTHC: ${code})`)}</w:tbl>`,
      ].join(""),
    ),
  );

const csv = (code: string) =>
  new TextEncoder().encode(
    `Danh mục bị bãi bỏ;;\r\nSTT;Mã TTHC;Tên thủ tục hành chính\r\n1;${code};Cấp bản sao trích lục\r\n`,
  );

it.each([
  ["an Excel file", "danh-muc.xlsx", excel, "2.200001"],
  ["a Word file", "Phu luc QD.docx", word, "2.200002"],
  ["a CSV file of a Vietnamese Excel", "danh muc.csv", csv, "2.200003"],
])("reads %s", async (_, name, made, code) => {
  const law = await createLaw("2016-01-01");
  const leader = await viewerNamed("leader");
  const file = new File([new Uint8Array(made(code))], name);
  expect(await readProcedures(leader, { lawId: law, file, pasted: "" })).toMatchObject({ ok: true });
  const change = (await findLaw(leader, law, plainDate("31/12/2017")))?.changes[0]?.id ?? "";
  expect(await listRows(leader, change)).toMatchObject([
    { act: "ended", code, name: "Cấp bản sao trích lục" },
  ]);
});

it.each([
  ["what is no table", new TextEncoder().encode("<html>not a table</html>"), "not-a-table-file"],
  [
    "a workbook of before 2007",
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    "old-office-file",
  ],
  ["a file that was cut", zipped(wordParts(paragraph("x"))).subarray(0, 200), "file-damaged"],
  ["a table of something else", new TextEncoder().encode("Họ tên;Tuổi\r\nAn;30\r\n"), "list-without-heading"],
])("refuses %s with a sentence, and notes nothing", async (_, bytes, fault) => {
  const law = await createLaw("2016-01-01");
  const leader = await viewerNamed("leader");
  const file = new File([new Uint8Array(bytes)], "danh-muc.xlsx");
  expect(await readProcedures(leader, { lawId: law, file, pasted: "" })).toMatchObject({
    ...{ ok: false, problems: [{ code: fault, field: "file" }] },
  });
  expect((await findLaw(leader, law, plainDate("31/12/2017")))?.changes).toEqual([]);
});
