import { describe, expect, it } from "vitest";

import { readDecision } from "@/lib/catalogue/reading/rules";
import type { ReadRow } from "@/lib/catalogue/reading/types";
import { sheet, type Grid } from "@/tests/support/grids";

const read = (grid: Grid, name?: string) => readDecision([sheet(grid, name)]);

/** What was read, in one line a procedure: row, act, code, name, field. */
const lines = (rows: readonly ReadRow[]): string[] =>
  rows.map(({ place, act, code, name, field }) => [place.row, act, code ?? "–", name, field].join(" | "));

const header = ["STT", "Mã TTHC", "Tên thủ tục", "Lĩnh vực", "Ghi chú"];
const birth = ["1", "1.004238", "Đăng ký khai sinh", "Hộ tịch", ""];
const birthRead = "published | 1.004238 | Đăng ký khai sinh | Hộ tịch";

const traps: readonly (readonly [string, Grid, readonly string[]])[] = [
  ["the header in the first row", [header, birth], [`2 | ${birthRead}`]],
  [
    "titles and a letterhead above the header",
    [
      ["UBND TỈNH QUẢNG NGÃI", "", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", ""],
      ["", "", "Độc lập - Tự do - Hạnh phúc", "", ""],
      ["DANH MỤC THỦ TỤC HÀNH CHÍNH", ...Array<string>(4).fill("DANH MỤC THỦ TỤC HÀNH CHÍNH")],
      ["(Kèm theo Quyết định số 12/QĐ-UBND về TTHC bị bãi bỏ)", "", "", "", ""],
      ["", "", "", "", ""],
      header,
      ["(1)", "(2)", "(3)", "(4)", "(5)"],
      birth,
    ],
    [`8 | ${birthRead}`],
  ],
  [
    "a header that a later page repeats, with its column numbers",
    [header, birth, header, ["1", "2", "3", "4", "5"], ["2", "1.004239", "Đăng ký kết hôn", "Hộ tịch", ""]],
    [`2 | ${birthRead}`, "5 | published | 1.004239 | Đăng ký kết hôn | Hộ tịch"],
  ],
  [
    "a header of two rows that are merged",
    [
      ["TT", "Thủ tục hành chính", "Thủ tục hành chính", "Lĩnh vực", "DVCTT", "DVCTT"],
      ["TT", "Mã số", "Tên", "Lĩnh vực", "Một phần", "Toàn trình"],
      ["1", "1.004238", "Đăng ký khai sinh", "Hộ tịch", "x", ""],
    ],
    [`3 | ${birthRead}`],
  ],
  [
    "a header of two rows of a CSV file",
    [
      ["STT", "TTHC được thay thế", "", "TTHC thay thế", "", "Lĩnh vực"],
      ["", "Mã", "Tên", "Mã", "Tên", ""],
      ["1", "1.000111", "Cấp bản sao", "1.004238", "Đăng ký khai sinh", "Hộ tịch"],
    ],
    [`3 | ${birthRead}`],
  ],
  [
    "a header of three rows",
    [
      ["STT", "Thủ tục hành chính", "Thủ tục hành chính", "Tiếp nhận", "Tiếp nhận", "Lĩnh vực"],
      ["STT", "Mã", "Tên", "BCCI", "BCCI", "Lĩnh vực"],
      ["STT", "Mã", "Tên", "Nhận", "Trả", "Lĩnh vực"],
      ["1", "1.004238", "Đăng ký khai sinh", "x", "x", "Hộ tịch"],
    ],
    [`4 | ${birthRead}`],
  ],
  [
    "headings in capitals, without diacritics, with other words for the same",
    [
      ["tt", "MA SO TTHC", "NOI DUNG TTHC", "CHUYEN NGANH"],
      ["1", "1.004238", "Đăng ký khai sinh", "Hộ tịch"],
    ],
    [`2 | ${birthRead}`],
  ],
  [
    "the field as a merged row, and alone beside a numeral",
    [
      ["STT", "Tên thủ tục hành chính", "Thời hạn", "Phí"],
      ["Lĩnh vực Đất đai", "Lĩnh vực Đất đai", "Lĩnh vực Đất đai", "Lĩnh vực Đất đai"],
      ["1", "Đăng ký đất đai lần đầu", "20 ngày", "Không"],
      ["II", "HỘ TỊCH (02 TTHC)", "", ""],
      ["1", "Đăng ký khai sinh", "1 ngày", ""],
      ["2", "Đăng ký kết hôn", "1 ngày", ""],
      ["3.", "Nuôi con nuôi", "", ""],
      ["3.1", "Đăng ký nuôi con nuôi (1.001263)", "30 ngày", ""],
      ["", "Chứng thực", "", ""],
      ["1", "Chứng thực bản sao", "1 ngày", ""],
    ],
    [
      "3 | published | – | Đăng ký đất đai lần đầu | Đất đai",
      "5 | published | – | Đăng ký khai sinh | HỘ TỊCH",
      "6 | published | – | Đăng ký kết hôn | HỘ TỊCH",
      "8 | published | 1.001263 | Đăng ký nuôi con nuôi | Nuôi con nuôi",
      "10 | published | – | Chứng thực bản sao | Chứng thực",
    ],
  ],
  [
    "fields with numbers of their own among procedures that are counted on",
    [
      ["STT", "Tên TTHC", "Thời hạn"],
      ["1.", "Đất đai", ""],
      ["1", "Đăng ký đất đai", "20 ngày"],
      ["2", "Xóa đăng ký thuê", "5 ngày"],
      ["2.", "Hộ tịch", ""],
      ["3", "Đăng ký khai sinh", "1 ngày"],
    ],
    [
      "3 | published | – | Đăng ký đất đai | Đất đai",
      "4 | published | – | Xóa đăng ký thuê | Đất đai",
      "6 | published | – | Đăng ký khai sinh | Hộ tịch",
    ],
  ],
  [
    "branches 6.1 and 6.2 that carry the terms of one procedure",
    [
      ["STT", "Tên thủ tục hành chính", "Thời hạn", "Căn cứ pháp lý"],
      ["5", "Đăng ký khai sinh", "1 ngày", "Luật số 60/2014/QH13"],
      ["6", "Đăng ký đất đai", "", ""],
      ["6.1", "Trường hợp tổ chức", "20 ngày", "101/2024/NĐ-CP"],
      ["6.2", "Trường hợp cá nhân", "15 ngày", ""],
      ["7", "Đăng ký kết hôn", "1 ngày", ""],
    ],
    [
      "2 | published | – | Đăng ký khai sinh | ",
      "3 | published | – | Đăng ký đất đai | ",
      "6 | published | – | Đăng ký kết hôn | ",
    ],
  ],
  [
    "names of which nothing but a number is known",
    [
      ["STT", "Tên TTHC", "Thời hạn"],
      ["1", "Đăng ký khai sinh", ""],
      ["2", "Đăng ký kết hôn", ""],
    ],
    ["2 | published | – | Đăng ký khai sinh | ", "3 | published | – | Đăng ký kết hôn | "],
  ],
  [
    "a procedure merged over two rows",
    [
      ["STT", "Tên TTHC", "Mã TTHC", "Phí"],
      ["1", "Đăng ký khai sinh", "1.004238", "8.000"],
      ["1", "Đăng ký khai sinh", "1.004238", "Miễn phí"],
    ],
    ["2 | published | 1.004238 | Đăng ký khai sinh | "],
  ],
  [
    "the code in the name, beneath it in the cell, and in a row of its own",
    [
      ["STT", "Tên thủ tục hành chính", "Thời hạn"],
      ["1", "Đăng ký khai sinh (1.004238)", "1 ngày"],
      ["2", "Đăng ký kết hôn\n(Mã số TTHC: 1.012345)", "1 ngày"],
      ["3", "1.012753.H19 - Đăng ký đất đai lần đầu", "20 ngày"],
      ["4", "Xóa đăng ký thuê\u00a01.004964.000.00.00.H48", "5 ngày"],
      ["5", "Chứng thực bản sao", "1 ngày"],
      ["", "(1.116557)", ""],
    ],
    [
      "2 | published | 1.004238 | Đăng ký khai sinh | ",
      "3 | published | 1.012345 | Đăng ký kết hôn | ",
      "4 | published | 1.012753 | Đăng ký đất đai lần đầu | ",
      "5 | published | 1.004964 | Xóa đăng ký thuê | ",
      "6 | published | 1.116557 | Chứng thực bản sao | ",
    ],
  ],
  [
    "non-breaking spaces and letters that are set apart",
    [header, ["1", "1.004238\u00a0", "Đăng\u00a0ký  khai sinh".normalize("NFD"), "Hộ\u00a0tịch", ""]],
    [`2 | ${birthRead}`],
  ],
  [
    "totals, notes and signatures below the list",
    [
      header,
      birth,
      ["Tổng cộng: 25 TTHC", "Tổng cộng: 25 TTHC", "Tổng cộng: 25 TTHC", "Tổng cộng: 25 TTHC", ""],
      ["", "", "Tổng số", "1", ""],
      ["Ghi chú: mã theo Cổng Dịch vụ công quốc gia", "", "", "", ""],
      ["Nơi nhận:", "", "", "TM. ỦY BAN NHÂN DÂN", ""],
      ["", "", "", "CHỦ TỊCH", ""],
      ["", "", "", "Nguyễn Văn A", "Đã ký"],
    ],
    [`2 | ${birthRead}`],
  ],
  [
    "numbers that Word counts by itself, so that no cell holds them",
    [
      ["STT", "Tên TTHC", "Thời hạn", "Cơ quan có thẩm quyền"],
      ["", "Lĩnh vực Hộ tịch", "", ""],
      ["", "Đăng ký khai sinh (1.004238)", "1 ngày", "Chủ tịch UBND cấp xã"],
      ["", "Đăng ký khai sinh (1.004238)", "3 ngày", "Chủ tịch UBND cấp xã"],
      ["", "Đăng ký kết hôn", "1 ngày", "Chủ tịch UBND cấp xã"],
    ],
    [
      "3 | published | 1.004238 | Đăng ký khai sinh | Hộ tịch",
      "5 | published | – | Đăng ký kết hôn | Hộ tịch",
    ],
  ],
  [
    "a field that fills a single cell of a CSV file",
    [
      header,
      ["II. Hộ tịch"],
      ["1", "1.004238", "Đăng ký khai sinh"],
      ["Đất đai"],
      ["2", "1.012753", "Đăng ký đất đai"],
    ],
    [
      "3 | published | 1.004238 | Đăng ký khai sinh | Hộ tịch",
      "5 | published | 1.012753 | Đăng ký đất đai | Đất đai",
    ],
  ],
  [
    "another table below the list",
    [
      header,
      birth,
      ["", "", "", "", ""],
      ["STT", "Bước", "Nội dung công việc", "Đơn vị", "Thời gian"],
      ["1", "Bước 1", "Tiếp nhận hồ sơ", "Một cửa", "1 giờ"],
    ],
    [`2 | ${birthRead}`],
  ],
  [
    "a name that only looks like a total",
    [
      ["STT", "Tên TTHC", "Lĩnh vực"],
      ["1", "Công nhận trường mầm non đạt chuẩn", "Giáo dục"],
      ["", "Cộng đồng dân cư đăng ký đất", "Đất đai"],
    ],
    [
      "2 | published | – | Công nhận trường mầm non đạt chuẩn | Giáo dục",
      "3 | published | – | Cộng đồng dân cư đăng ký đất | Đất đai",
    ],
  ],
  [
    "the list of a province, without any code",
    [
      [
        "STT",
        "Tên TTHC",
        "Thời hạn giải quyết",
        "Địa điểm",
        "Phí, lệ phí",
        "Căn cứ pháp lý",
        "Cơ quan thực hiện",
      ],
      ["1", "Đăng ký khai sinh", "1 ngày", "UBND xã", "Không", "Luật Hộ tịch", "UBND cấp xã"],
    ],
    ["2 | published | – | Đăng ký khai sinh | "],
  ],
  [
    "the list of a department, with a portal's address and a QR code",
    [
      ["STT", "Mã số", "Tên thủ tục", "Cổng DVCQG", "Mã QR"],
      ["1", "1.004238", "Đăng ký khai sinh", "https://dichvucong.gov.vn/1.009999", "[QR]"],
    ],
    ["2 | published | 1.004238 | Đăng ký khai sinh | "],
  ],
  [
    "the list that the national portal exports",
    [
      ["DANH SÁCH THỦ TỤC HÀNH CHÍNH", "", "", "", "", "", "", ""],
      [
        "Mã TTHC",
        "Tên TTHC",
        "QĐ Công bố",
        "Đối tượng",
        "Lĩnh vực",
        "Cơ quan công khai",
        "Cấp thực hiện",
        "Tình trạng",
      ],
      [
        "1.000288",
        "Công nhận trường mầm non",
        "5756/QĐ-BGDDT",
        "Tổ chức",
        "Giáo dục",
        "Bộ GD",
        "Cấp tỉnh, Cấp xã",
        "Đã công khai",
      ],
    ],
    ["3 | published | 1.000288 | Công nhận trường mầm non | Giáo dục"],
  ],
];

describe("a decision read from its tables", () => {
  it.each(traps)("knows %s", (_, grid, expected) => {
    const { rows, problems, found } = read(grid);
    expect(lines(rows)).toEqual(expected);
    expect(problems).toEqual([]);
    expect(found).toBe(true);
  });
});
