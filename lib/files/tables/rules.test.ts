import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { cellText } from "@/lib/files/tables/cells/rules";
import { tablesOfText } from "@/lib/files/tables/rules";

const read = (text: string): unknown[] =>
  tablesOfText(text, "dán").flatMap(({ rows }) => rows.map(({ number, cells }) => [number, ...cells]));

describe("separated values", () => {
  it.each<[string, string, unknown[]]>([
    ["commas", "a,b\nc,d", [[1, "a", "b"], [2, "c", "d"]]], // prettier-ignore
    ["semicolons, with commas within", "1;Cấp, đổi;x\r\n2;Thu hồi, hủy;y\r\n", [[1, "1", "Cấp, đổi", "x"], [2, "2", "Thu hồi, hủy", "y"]]], // prettier-ignore
    ["what was copied out of Excel", 'STT\tTên\n1\t"dòng một\ndòng ""hai"""\n', [[1, "STT", "Tên"], [2, "1", 'dòng một\ndòng "hai"']]], // prettier-ignore
    ["old ends of lines", "a,b\rc,d", [[1, "a", "b"], [2, "c", "d"]]], // prettier-ignore
    ["a mark before it", "\ufeffa,b", [[1, "a", "b"]]],
    ["a line that names the separator", "sep=;\r\na,b;c\r\n", [[1, "a,b", "c"]]],
    ["that line with a tab", '"sep=\t"\na;b;c;d\te', [[1, "a;b;c;d", "e"]]],
    ["that line alone", "sep=;", []],
    ["empty rows and cells at the end", "a,b,,\n\n,,\nc,,", [[1, "a", "b"], [4, "c"]]], // prettier-ignore
    ["an empty first cell", ",b", [[1, "", "b"]]],
    ["one column", "một\nhai", [[1, "một"], [2, "hai"]]], // prettier-ignore
    ["quotation marks that quote no field", '"Một cửa" tỉnh,b "c" d\n"e', [[1, '"Một cửa" tỉnh', 'b "c" d'], [2, '"e']]], // prettier-ignore
    ["a title above columns", "Danh mục, kèm theo Quyết định\na;b;c\nd, e;f;g", [[1, "Danh mục, kèm theo Quyết định"], [2, "a", "b", "c"], [3, "d, e", "f", "g"]]], // prettier-ignore
    ["prose between columns", "Điều 1, 2\nĐiều 3, 4\na\tb\nc\td\ne\tf", [[1, "Điều 1, 2"], [2, "Điều 3, 4"], [3, "a", "b"], [4, "c", "d"], [5, "e", "f"]]], // prettier-ignore
    ["spaces and signs nobody sees", " a\u00a0b \u200b,\u0000c", [[1, "a b", "c"]]],
    [
      "codes that Excel must not take for numbers",
      '="1.000280","=""1.012750""",=1',
      [[1, "1.000280", "1.012750", "=1"]],
    ],
    ["nothing", " \n\t\n", []],
  ])("are read: %s", (_what, text, rows) => {
    expect(read(text)).toEqual(rows);
  });

  it("make no table where nothing is written, and one of that name where something is", () => {
    expect(tablesOfText("", "dán")).toEqual([]);
    expect(tablesOfText("a", "dán").map(({ name }) => name)).toEqual(["dán"]);
  });

  const sign = fc.constantFrom(..."aÂđ1 \"',;\t\n\r.-");
  const cell = fc.string({ unit: sign, maxLength: 12 }).map(cellText);

  it.each([",", ";", "\t"])("written with %j and read again are the same", (separator) => {
    const quoted = (text: string): string =>
      /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom("\n", "\r\n"),
        (rows, end) => {
          const text = `sep=${separator}${end}${rows.map((cells) => cells.map(quoted).join(separator)).join(end)}`;
          const kept = rows.flatMap((cells, index) => {
            const last = cells.findLastIndex((each) => each !== "") + 1;
            return last === 0 ? [] : [[index + 1, ...cells.slice(0, last)]];
          });
          expect(read(text)).toEqual(kept);
        },
      ),
    );
  });

  it("are read in a moment, however their quotation marks stand", () => {
    const began = performance.now();
    for (const piece of ['"', '",', '""",', '"a",""b,', '"\n', ',""', '"x""y,']) read(piece.repeat(200_000));
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
