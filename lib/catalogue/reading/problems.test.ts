import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readDecision } from "@/lib/catalogue/reading/rules";
import { readProblemCodes } from "@/lib/catalogue/reading/types";
import { procedureActs } from "@/lib/catalogue/types";
import { sheet, type Grid } from "@/tests/support/grids";

const header = ["STT", "Mã TTHC", "Tên TTHC", "Có hiệu lực từ", "Hết hiệu lực từ", "Mã cũ", "Ghi chú"];
const reading = (...rows: Grid) => readDecision([sheet([header, ...rows])]);
const row = (cells: Partial<Record<"code" | "name" | "from" | "to" | "old" | "note", string>>): string[] => {
  const { code = "1.004238", name = "Đăng ký khai sinh", from = "", to = "", old = "", note = "" } = cells;
  return ["1", code, name, from, to, old, note];
};

describe("what is wrong with a row", () => {
  it.each([
    ["it has no name", row({ name: "" }), "row-without-name", "1.004238"],
    ["its name is a whole page", row({ name: "Một ".repeat(251) }), "row-too-long", "Một ".repeat(15).trim()],
    ["its code lacks a digit", row({ code: "1.00423" }), "row-code-malformed", "1.00423"],
    [
      "its code begins with a figure that none begins with",
      row({ code: "4.001234" }),
      "row-code-malformed",
      "4.001234",
    ],
    ["its code is no code", row({ code: "QT-01" }), "row-code-malformed", "QT-01"],
    [
      "the code in its name lacks a digit",
      row({ code: "", name: "Một (Mã TTHC: 1.00423)" }),
      "row-code-malformed",
      "1.00423",
    ],
    ["it has two codes", row({ code: "1.004238; 1.004239" }), "row-code-malformed", "1.004238, 1.004239"],
    ["its replaced code is none", row({ old: "1.12" }), "row-code-malformed", "1.12"],
    ["there is no such day", row({ from: "31/02/2027" }), "row-day-malformed", "31/02/2027"],
    ["its day has no year", row({ from: "01/2027" }), "row-day-malformed", "01/2027"],
    [
      "nobody knows the century",
      row({ note: "Áp dụng từ 01/01/27" }),
      "row-day-malformed",
      "Áp dụng từ 01/01/27",
    ],
    [
      "it ends before it begins",
      row({ from: "01/07/2026", to: "30/06/2026" }),
      "row-end-before-start",
      "2026-07-01 – 2026-06-30",
    ],
    ["it replaces itself", row({ old: "1.004238.H48" }), "row-replaces-itself", "1.004238"],
  ])("is that %s", (_, cells, code, what) => {
    expect(reading(cells).problems).toEqual([{ place: { table: "Danh mục", row: 2 }, code, what }]);
  });

  it("is that nothing but a basis stands beside its number", () => {
    const bases = [
      ["STT", "Tên TTHC", "Căn cứ pháp lý"],
      ["1", "", "19/2018/TT-BGDĐT"],
    ];
    expect(readDecision([sheet(bases)]).problems).toMatchObject([
      { code: "row-without-name", place: { row: 2 } },
    ]);
  });

  it("is a code that comes twice, where it comes again", () => {
    const { rows, problems } = reading(row({}), row({ code: "1.004238.H48", name: "Hai" }).with(0, "2"));
    expect(rows).toHaveLength(2);
    expect(problems).toEqual([
      { place: { table: "Danh mục", row: 3 }, code: "row-code-twice", what: "1.004238" },
    ]);
  });

  it.each([
    ["", null],
    ["-", null],
    ["Chưa có mã", null],
    ["T-QNG-190001-TT", null],
    ["1,004238", "1.004238"],
    ["1. 004238", "1.004238"],
    ["1.004964.000.00.00.H48", "1.004964"],
  ])("is not that its code is written %s", (written, code) => {
    const { rows, problems } = reading(row({ code: written }));
    expect(rows[0]?.code).toBe(code);
    expect(problems).toEqual([]);
  });
});

describe("a row's own day", () => {
  it.each([
    [row({ note: "bãi bỏ từ 01/01/2027" }), { act: "ended", effectiveOn: null, endsOn: "2027-01-01" }],
    [row({ name: "Một (bãi bỏ từ ngày 01 tháng 01 năm 2027)" }), { name: "Một", endsOn: "2027-01-01" }],
    [row({ note: "Áp dụng đến hết ngày 31/12/2026" }), { act: "published", endsOn: "2027-01-01" }],
    [
      row({ note: "Có hiệu lực kể từ ngày 1/7/2025" }),
      { act: "published", effectiveOn: "2025-07-01", endsOn: null },
    ],
    [row({ from: "Kể từ ngày 01/01/2027" }), { effectiveOn: "2027-01-01" }],
    [row({ from: "2027-01-01" }), { effectiveOn: "2027-01-01" }],
    [row({ from: "Kể từ ngày ký" }), { effectiveOn: null }],
    [row({ note: "Theo Quyết định ngày 01/01/2027" }), { effectiveOn: null, endsOn: null }],
    [row({ from: "01/01/2027", note: "Bãi bỏ" }), { act: "ended", effectiveOn: null, endsOn: "2027-01-01" }],
  ])("is read from %j", (cells, expected) => {
    const { rows, problems } = reading(cells);
    expect(rows).toMatchObject([expected]);
    expect(problems).toEqual([]);
  });

  it("leaves a procedure new until then, where its heading says so", () => {
    const { rows } = readDecision([
      sheet([["A. TTHC mới ban hành"], header, row({ note: "Bãi bỏ từ 01/01/2027" })]),
    ]);
    expect(rows).toMatchObject([{ act: "published", endsOn: "2027-01-01" }]);
  });
});

const columns = [
  "STT",
  "Mã số TTHC",
  "Tên thủ tục",
  "Lĩnh vực",
  "Cấp thực hiện",
  "Căn cứ pháp lý",
  "Ngày hiệu lực",
];
const procedures = Array.from({ length: 6 }, (_, n) => [
  ...[`${n + 1}`, `1.00423${n}`, `Đăng ký việc ${n}`, n % 2 ? "Hộ tịch" : "Đất đai", "Cấp xã"],
  ...[`Nghị định số ${n + 1}/2025/NĐ-CP`, "01/07/2026"],
]);
const titles = [
  "UBND TỈNH QUẢNG NGÃI",
  "PHỤ LỤC 15đ",
  "(Kèm theo Quyết định số 1/QĐ-UBND)",
  "",
  "Số liệu đến ngày 01/01/2026",
];
const order = fc.shuffledSubarray([...columns.keys()], { minLength: columns.length });

describe("any list", () => {
  it("reads to the same rows in any order of columns, below any titles", () => {
    const plain = readDecision([sheet([columns, ...procedures])]).rows;
    fc.assert(
      fc.property(order, fc.array(fc.constantFrom(...titles), { maxLength: 8 }), (shuffled, above) => {
        const grid = [columns, ...procedures].map((cells) => shuffled.map((index) => cells[index] ?? ""));
        const { rows, problems } = readDecision([sheet([...above.map((title) => [title]), ...grid])]);
        const moved = rows.map((each) => ({
          ...each,
          place: { ...each.place, row: each.place.row - above.length },
        }));
        expect(moved).toEqual(plain);
        expect(problems).toEqual([]);
      }),
    );
  });

  it("never fails, whatever stands in it", () => {
    const words = [
      ...columns,
      ...titles,
      ...procedures.flat(),
      "Mã mới",
      "II",
      "6.1",
      "Tổng cộng: 2",
      "31/02/2027",
      "x",
    ];
    const cell = fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary", maxLength: 30 }));
    const grid = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 });
    fc.assert(
      fc.property(grid, fc.boolean(), (rows, headed) => {
        const { rows: read, problems } = readDecision([sheet(headed ? [columns, ...rows] : rows)]);
        expect(read.length).toBeLessThanOrEqual(rows.length);
        expect(read.every(({ act }) => procedureActs.includes(act))).toBe(true);
        expect(problems.every(({ code, place }) => readProblemCodes.includes(code) && place.row > 0)).toBe(
          true,
        );
      }),
      { numRuns: 500 },
    );
  });
});
