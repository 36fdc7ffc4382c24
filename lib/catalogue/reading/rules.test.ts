import { describe, expect, it } from "vitest";

import { readDecision } from "@/lib/catalogue/reading/rules";
import { sheet, type Grid } from "@/tests/support/grids";

const read = (grid: Grid) => readDecision([sheet(grid)]);

const everywhere = (text: string): string[] => Array<string>(7).fill(text);

/** A decision as Word has it: letterhead, articles, signature, an annex of lists in tables of their own, and what each procedure is. */
const whole: Grid = [
  ["UBND TỈNH QUẢNG NGÃI", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
  ["Số: 712/QĐ-UBND", "Quảng Ngãi, ngày 23 tháng 3 năm 2026"],
  ["QUYẾT ĐỊNH"],
  ["Công bố Danh mục thủ tục hành chính mới ban hành và bị bãi bỏ trong lĩnh vực Hộ tịch"],
  ["Điều 1. Công bố kèm theo Quyết định này Danh mục 03 thủ tục hành chính mới ban hành."],
  ["1. Danh mục thủ tục hành chính bị bãi bỏ tại Phụ lục II."],
  ["Nơi nhận:\n- Như Điều 3;", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A"],
  ["PHỤ LỤC 15đ"],
  ["DANH MỤC TTHC MỚI BAN HÀNH, BỊ BÃI BỎ TRONG LĨNH VỰC HỘ TỊCH THUỘC PHẠM VI QUẢN LÝ CỦA SỞ TƯ PHÁP"],
  ["(Ban hành kèm theo Quyết định số 712/QĐ-UBND ngày 23/3/2026 của Chủ tịch UBND tỉnh)"],
  ["PHẦN I. DANH MỤC THỦ TỤC HÀNH CHÍNH"],
  ["I. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH"],
  ["STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn", "Địa điểm", "Phí", "Căn cứ pháp lý"],
  everywhere("A. Thủ tục hành chính cấp tỉnh"),
  [
    "1",
    "1.012753.H48",
    "Đăng ký khai sinh",
    "5 ngày",
    "Trung tâm",
    "75.000 đ",
    "- Luật số 60/2014/QH13;\nhttps://a.vn/01/2022/TT-BTP",
  ],
  ["B", "Thủ tục hành chính cấp xã", ...everywhere("Thủ tục hành chính cấp xã").slice(2)],
  ["1", "1.001193", "Đăng ký kết hôn", "Trong ngày", "UBND xã", "Không", "nt"],
  ["II. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ"],
  [
    "STT",
    "Số hồ sơ TTHC",
    "Tên TTHC",
    "Tên VBQPPL quy định việc bãi bỏ thủ tục hành chính",
    "Cơ quan thực hiện",
  ],
  ["1", "T-QNG-190001-TT", "Đăng ký lại việc sinh", "Nghị định số 120/2025/NĐ-CP", "UBND cấp huyện"],
  ["Tổng cộng: 03 TTHC"],
  ["PHẦN II. NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC HÀNH CHÍNH"],
  ["1. Trình tự, thủ tục đăng ký khai sinh"],
  ["STT", "Tên giấy tờ", "Bản chính", "Bản sao", "Mã giấy tờ"],
  ["1", "Tờ khai", "1", "0", "G1"],
];

describe("what is read from tables", () => {
  it("is the lists of a whole decision, and nothing else of it", () => {
    const { rows, problems } = read(whole);
    const title = { field: "HỘ TỊCH", internal: false };
    expect(rows).toMatchObject([
      { ...title, act: "published", code: "1.012753", levels: "Cấp tỉnh", bases: ["60/2014/QH13"] },
      { ...title, act: "published", code: "1.001193", levels: "Cấp xã", bases: [] },
      {
        ...title,
        act: "ended",
        code: null,
        levels: "",
        performs: "UBND cấp huyện",
        bases: ["120/2025/NĐ-CP"],
      },
    ]);
    expect(problems).toEqual([]);
  });

  it.each<[string, Grid]>([
    ["nothing at all", []],
    ["sentences", [["Căn cứ Luật Tổ chức chính quyền địa phương"], ["Điều 1. Công bố danh mục TTHC"]]],
    [
      "an internal process",
      [
        ["Bước", "Công việc", "Đơn vị", "Thời gian"],
        ["1", "Tiếp nhận hồ sơ", "Một cửa", "1 giờ"],
      ],
    ],
    [
      "the report of late files",
      [
        ["TT", "Đơn vị", "Tiếp nhận", "Tiếp nhận", "Đã giải quyết"],
        ["TT", "Đơn vị", "Tổng", "Trực tuyến", "Đã giải quyết"],
        ["1", "Sở Tư pháp", "120", "80", "110"],
      ],
    ],
    [
      "a form of one procedure",
      [
        ["Mã TTHC", "1.004238"],
        ["Tên thủ tục", "Đăng ký khai sinh"],
      ],
    ],
    [
      "papers that are handed in",
      [
        ["STT", "Tên giấy tờ", "Mã giấy tờ", "Bản chính"],
        ["1", "Tờ khai", "G1", "1"],
      ],
    ],
  ])("finds no list in %s", (_, grid) => {
    expect(read(grid)).toEqual({ rows: [], problems: [], found: false });
  });

  it("reads all that a row says", () => {
    const { rows } = read([
      [
        ...["Cấp thực hiện", "Cơ quan có thẩm quyền", "Cơ quan thực hiện", "Căn cứ pháp lý", "Ngày hiệu lực"],
        ...[
          "Hết hiệu lực",
          "Mã TTHC được thay thế",
          "Dùng chung",
          "Không phát sinh",
          "TTHC nội bộ",
          "Tên TTHC",
        ],
      ],
      [
        ...["Cấp tỉnh, Cấp xã", "UBND tỉnh", "Sở Giáo dục và Đào tạo"],
        "Thông tư số 19/2018/TT-BGDĐT ngày 22/8/2018;\n22/2024/TT-BGDĐT; Luật 43/2019/QH14 – https://vbpl.vn/10/2020/TT-BGDĐT",
        ...[
          "01/07/2025",
          "31/12/2026",
          "1.000111; 1.000112",
          "x",
          "✓",
          "Không",
          "Công nhận trường (1.000288)",
        ],
      ],
    ]);
    expect(rows).toEqual([
      {
        place: { table: "Danh mục", row: 2 },
        act: "published",
        code: "1.000288",
        name: "Công nhận trường",
        field: "",
        levels: "Cấp tỉnh, Cấp xã",
        decides: "UBND tỉnh",
        performs: "Sở Giáo dục và Đào tạo",
        effectiveOn: "2025-07-01",
        endsOn: "2026-12-31",
        replaces: ["1.000111", "1.000112"],
        shared: true,
        noCase: true,
        internal: false,
        bases: ["19/2018/TT-BGDĐT", "22/2024/TT-BGDĐT", "43/2019/QH14"],
      },
    ]);
  });

  it("reads levels that are marked in columns of their own", () => {
    const { rows } = read([
      ["STT", "Tên TTHC", "Cấp thực hiện", "Cấp thực hiện", "Cấp thực hiện"],
      ["STT", "Tên TTHC", "Cấp tỉnh", "Cấp huyện", "Cấp xã"],
      ["1", "Đăng ký khai sinh", "x", "", "x"],
    ]);
    expect(rows[0]?.levels).toBe("Cấp tỉnh, Cấp xã");
  });

  it("takes a basis that is written in a row below as one of the procedure above", () => {
    const { rows } = read([
      ["STT", "Tên TTHC", "Thời hạn", "Căn cứ pháp lý"],
      ["1", "Đăng ký khai sinh", "1 ngày", "60/2014/QH13"],
      ["", "", "", "Nghị định số 123/2015/NĐ-CP"],
    ]);
    expect(rows.map(({ bases }) => bases)).toEqual([["60/2014/QH13", "123/2015/NĐ-CP"]]);
  });
});
