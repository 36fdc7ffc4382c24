import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { dateText, isDateFormat, isoDateText, numberText } from "@/lib/files/tables/excel/numbers/rules";

describe("a number", () => {
  it.each([
    ["0", undefined, "0"],
    ["-0", undefined, "0"],
    ["12", undefined, "12"],
    ["3.0", undefined, "3"],
    ["0.1", undefined, "0.1"],
    ["1.1000000000000001", undefined, "1.1"],
    ["1.2345678901234567E+19", undefined, "12345678901234600000"],
    ["1E-7", undefined, "0.0000001"],
    ["-2.5E-10", undefined, "-0.00000000025"],
    ["1.5E+300", undefined, `15${"0".repeat(299)}`],
    ["123456789012345678", undefined, "123456789012346000"],
    ["1.00028", "0.000000", "1.000280"],
    ["1.012753", "0.00", "1.012753"],
    ["7", "0000", "0007"],
    ["2", "0.00", "2"],
    ["-7", "0000", "-7"],
    ["#N/A", undefined, "#N/A"],
    ["Infinity", undefined, "Infinity"],
    ["1.7976931348623157E+308", undefined, "1.7976931348623157E+308"],
    ["", undefined, ""],
  ])("%s shown by %s is %s", (written, format, text) => {
    expect(numberText(written, format)).toBe(text);
  });

  it("means what it meant, and has no exponent, whatever it is", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e308, max: 1e308 }), (value) => {
        const text = numberText(String(value), undefined);
        expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/);
        expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});

describe("a day", () => {
  it.each([
    [1, false, "01/01/1900"],
    [59, false, "28/02/1900"],
    [60, false, "29/02/1900"],
    [61, false, "01/03/1900"],
    [46037, false, "15/01/2026"],
    [46037.999, false, "15/01/2026"],
    [44575, true, "15/01/2026"],
    [1, true, "02/01/1904"],
    [0.5, false, "12:00"],
    [0.3125, false, "07:30"],
    [2_958_465, false, "31/12/9999"],
    [0, false, null],
    [-1, false, null],
    [2_958_466, false, null],
    [Number.NaN, false, null],
  ])("%d, counted from 1904: %s, is %s", (serial, from1904, text) => {
    expect(dateText(serial, from1904)).toBe(text);
  });

  it.each([
    ["2026-01-15", "15/01/2026"],
    ["2026-01-15T07:00:00Z", "15/01/2026"],
    ["15/01/2026", "15/01/2026"],
  ])("written %s is %s", (written, text) => expect(isoDateText(written)).toBe(text));

  it.each<[number, string | undefined, boolean]>([
    [0, undefined, false],
    [13, undefined, false],
    [14, undefined, true],
    [22, undefined, true],
    [23, undefined, false],
    [164, "dd/mm/yyyy", true],
    [164, "[$-42A]d mmmm yyyy;@", true],
    [164, "[Red]mm", true],
    [164, "hh:mm:ss", false],
    [164, "[h]:mm", false],
    [164, "[mm]:ss", false],
    [164, "General", false],
    [164, "General;dd", false],
    [164, '#,##0" ngày"', false],
    [164, "#,##0\\ \\d", false],
    [164, "_-* #,##0 [$đồng-42A]_-", false],
    [164, "0.00E+00", false],
    [164, '"', false],
    [164, "[", false],
  ])("is what format %d %s shows: %s", (id, format, day) => expect(isDateFormat(id, format)).toBe(day));
});
