import { describe, expect, it } from "vitest";

import { readDecision } from "@/lib/catalogue/reading/rules";
import { sheet, type Grid } from "@/tests/support/grids";

const read = (grid: Grid, name?: string) => readDecision([sheet(grid, name)]);
const merged = (text: string): string[] => Array<string>(4).fill(text);

const header = ["STT", "Mã TTHC", "Tên TTHC", "Ghi chú"];
const one = ["1", "1.000001", "Thủ tục một", "…"];
const two = ["2", "1.000002", "Thủ tục hai", "…"];
const acts = (grid: Grid, name?: string) => read(grid, name).rows.map(({ act }) => act);

describe("whether a procedure is new, changed or ended", () => {
  it.each<[string, Grid, string[]]>([
    ["new where nothing says it", [header, one], ["published"]],
    [
      "what a paragraph above its table says",
      [["I. Danh mục TTHC mới ban hành"], header, one],
      ["published"],
    ],
    ["changed", [["B. DANH MỤC TTHC ĐƯỢC SỬA ĐỔI, BỔ SUNG"], header, one], ["amended"]],
    ["replacing", [["Danh mục thủ tục hành chính được thay thế"], header, one], ["amended"]],
    ["ended", [["C. Thủ tục hành chính bị bãi bỏ:"], header, one], ["ended"]],
    ["abolished", [["PHỤ LỤC 15đ"], ["DANH MỤC TTHC BỊ HUỶ BỎ HOẶC BÃI BỎ"], header, one], ["ended"]],
    [
      "what each of several tables of a Word file says",
      [
        ["Điều 2. Bãi bỏ các thủ tục hành chính tại Quyết định số 12/QĐ-UBND."],
        ["PHẦN I. DANH MỤC THỦ TỤC HÀNH CHÍNH"],
        ["A. TTHC MỚI BAN HÀNH"],
        header,
        one,
        ["B. TTHC BỊ BÃI BỎ"],
        ["STT", "Tên TTHC", "Mã TTHC", "Lĩnh vực"],
        ["1", "Thủ tục hai", "1.000002", "Hộ tịch"],
      ],
      ["published", "ended"],
    ],
    [
      "what headings within a table say",
      [header, merged("I. Mới ban hành"), one, merged("II. Bị bãi bỏ"), two],
      ["published", "ended"],
    ],
    [
      "what a heading above says, through the fields below it",
      [
        header,
        ["B", "TTHC bị bãi bỏ", "", ""],
        ["I", "Đất đai", "", ""],
        one,
        ["II", "Hộ tịch", "", ""],
        two,
      ],
      ["ended", "ended"],
    ],
    [
      "new again, where the next heading of the same rank says nothing",
      [header, ["A", "TTHC bị bãi bỏ", "", ""], one, ["B", "TTHC dùng chung", "", ""], two],
      ["ended", "published"],
    ],
    [
      "what a title says, through the lettered parts below it",
      [["DANH MỤC TTHC BỊ BÃI BỎ"], ["A. CẤP TỈNH"], header, one, ["B. CẤP XÃ"], header, two],
      ["ended", "ended"],
    ],
    [
      "what the last of several titles without numbers says",
      [["DANH MỤC TTHC MỚI BAN HÀNH"], ["I. Đất đai"], header, one, ["DANH MỤC TTHC BỊ BÃI BỎ"], header, two],
      ["published", "ended"],
    ],
    [
      "what numerals say, with letters below them",
      [["I. TTHC mới ban hành"], header, ["B", "Cấp xã", "", ""], one, ["II. TTHC bị bãi bỏ"], header, two],
      ["published", "ended"],
    ],
    [
      "what a title above a numbered part says, and no longer in the next annex",
      [
        ["PHỤ LỤC I"],
        ["DANH MỤC TTHC BỊ BÃI BỎ"],
        ["PHẦN I. CẤP XÃ"],
        header,
        one,
        ["PHỤ LỤC II"],
        header,
        two,
      ],
      ["ended", "published"],
    ],
    [
      "what a title within a lettered part says",
      [
        ["DANH MỤC TTHC"],
        ["A. CẤP TỈNH"],
        ["Danh mục TTHC bị bãi bỏ"],
        header,
        one,
        ["B. CẤP XÃ"],
        header,
        two,
      ],
      ["ended", "published"],
    ],
    [
      "what its remark says",
      [header, [...one.slice(0, 3), "Bãi bỏ"], [...two.slice(0, 3), "Sửa đổi tên"]],
      ["ended", "amended"],
    ],
    [
      "not what a remark says of something else",
      [header, [...one.slice(0, 3), "Bãi bỏ thành phần hồ sơ"]],
      ["published"],
    ],
    [
      "what its state says",
      [
        ["STT", "Tên TTHC", "Tình trạng"],
        ["1", "Một", "Mới"],
        ["2", "Hai", "Đã công khai"],
        ["3", "Ba", "Hết hiệu lực"],
      ],
      ["published", "published", "ended"],
    ],
  ])("is %s", (_, grid, expected) => {
    const { problems } = read(grid);
    expect(acts(grid)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it.each([
    ["Bãi bỏ", "ended"],
    ["TTHC mới", "published"],
    ["SĐBS, sửa đổi", "amended"],
    ["Sheet1", "published"],
  ])("is what the name of the sheet says: %s", (name, act) => {
    expect(acts([header, one], name)).toEqual([act]);
  });

  it.each([
    ["a heading of several acts", [["I. TTHC mới ban hành và bị bãi bỏ"], header, one], "Thủ tục một"],
    [
      "a state that nobody knows",
      [
        ["STT", "Tên TTHC", "Tình trạng"],
        ["1", "Một", "Chờ"],
      ],
      "Chờ",
    ],
  ])("is asked of people below %s", (_, grid, what) => {
    expect(read(grid).problems).toMatchObject([{ code: "row-act-unknown", what }]);
  });

  it("stops where each procedure is described by itself", () => {
    const grid = [
      ["PHẦN I. DANH MỤC"],
      header,
      one,
      ["PHẦN II. NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC HÀNH CHÍNH"],
      ["1. Thủ tục một"],
      ["STT", "Giấy tờ", "Bản chính", "Bản sao"],
      ["1", "Tờ khai", "1", "0"],
    ];
    expect(read(grid).rows).toHaveLength(1);
  });

  it("goes on after a page that repeats nothing", () => {
    expect(read([header, one, ["2"], two]).rows).toHaveLength(2);
  });
});

describe("what headings say beside it", () => {
  it("knows the procedures that only offices have, and those that all share", () => {
    const { rows } = read([
      ["A. Danh mục TTHC dùng chung cấp xã"],
      header,
      one,
      ["B. Thủ tục hành chính nội bộ"],
      ["STT", "Tên thủ tục", "Cơ quan thực hiện"],
      ["1", "Cử công chức đi học", "Sở Nội vụ"],
    ]);
    expect(rows).toMatchObject([
      { shared: true, internal: false, levels: "Cấp xã", code: "1.000001" },
      { shared: false, internal: true, levels: "", code: null },
    ]);
  });

  it("knows levels and the field of a title", () => {
    const { rows } = read([
      ["DANH MỤC TTHC MỚI BAN HÀNH TRONG LĨNH VỰC HỘ TỊCH THUỘC PHẠM VI QUẢN LÝ CỦA SỞ TƯ PHÁP"],
      header,
      ["A", "Thủ tục hành chính cấp tỉnh", "", ""],
      one,
      ["B", "Thủ tục hành chính cấp xã", "", ""],
      two,
    ]);
    expect(rows).toMatchObject([
      { levels: "Cấp tỉnh", field: "HỘ TỊCH" },
      { levels: "Cấp xã", field: "HỘ TỊCH" },
    ]);
  });

  it("makes one of a procedure that is listed for each of its levels", () => {
    const { rows, problems } = read([
      ["STT", "Mã TTHC", "Tên TTHC", "Cấp thực hiện"],
      ["1", "1.000001", "Đăng ký khai sinh", "Cấp tỉnh"],
      ["2", "1.000001", "Thủ tục đăng ký khai sinh", "Cấp xã"],
    ]);
    expect(rows).toMatchObject([{ levels: "Cấp tỉnh, Cấp xã", place: { row: 2 } }]);
    expect(problems).toEqual([]);
  });
});

const renewed = { act: "amended", code: "1.012345", replaces: ["1.000111"] };

describe("what takes the place of what", () => {
  it.each<[string, Grid, object]>([
    [
      "an old code among the numbers, and the new one in the name",
      [
        ["STT", "Tên TTHC", "Ghi chú"],
        ["I", "TTHC thay thế", ""],
        ["1.000111", "Đăng ký khai sinh (Mã số TTHC: 1.012345)", ""],
      ],
      renewed,
    ],
    [
      "a column of replaced codes",
      [
        ["II. TTHC được sửa đổi, bổ sung"],
        [...header, "Mã TTHC được thay thế"],
        ["1", "1.012345", "Một", "", "1.000111.H48"],
      ],
      renewed,
    ],
    [
      "a column of new codes",
      [["II. TTHC được thay thế"], [...header, "Mã mới"], ["1", "1.000111", "Một", "", "1.012345"]],
      renewed,
    ],
    [
      "old and new names, each with its code",
      [
        ["Danh mục TTHC được thay thế"],
        ["STT", "Tên TTHC được thay thế", "Tên TTHC thay thế"],
        ["1", "Cấp bản sao (1.000111)", "Đăng ký khai sinh (1.012345)"],
      ],
      { ...renewed, name: "Đăng ký khai sinh" },
    ],
    ["a remark", [header, ["1", "1.012345", "Một", "Thay thế TTHC mã số 1.000111"]], renewed],
  ])("is read from %s", (_, grid, expected) => {
    const { rows, problems } = read(grid);
    expect(rows).toMatchObject([expected]);
    expect(problems).toEqual([]);
  });

  it("leaves what ends its old code, where it has no other", () => {
    const { rows, problems } = read([
      ["STT", "Mã TTHC cũ", "Mã TTHC mới", "Tên TTHC", "Tình trạng"],
      ["1", "1.000111", "1.012345", "Một", "Thay thế"],
      ["2", "1.000112", "", "Hai", "Bị bãi bỏ"],
    ]);
    expect(rows).toMatchObject([renewed, { act: "ended", code: "1.000112", replaces: [] }]);
    expect(problems).toEqual([]);
  });

  it("is read from the row of what ends", () => {
    const { rows } = read([
      header,
      ["1", "1.012345", "Một", ""],
      ["2", "1.000111", "Hai", "Bãi bỏ, được thay thế bởi TTHC 1.012345"],
    ]);
    expect(rows).toMatchObject([
      { code: "1.012345", replaces: ["1.000111"] },
      { code: "1.000111", replaces: [] },
    ]);
  });
});
