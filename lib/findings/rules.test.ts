import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findingProblems, preciseOnly, repeatedParts } from "@/lib/findings/rules";
import type { FindingDraft } from "@/lib/findings/types";

const ofBefore: FindingDraft = {
  questionCode: "D.2",
  severity: "minor",
  evidence: "Niêm yết bản chính sách ký năm 2012",
  scope: "Trụ sở chính",
  dueOn: null,
};
const finding: FindingDraft = {
  ...ofBefore,
  reference: "Bảng tin tầng 1, xem ngày 12/10/2017",
  requirement: "TCVN ISO 9001:2008, 5.3",
};
const found = (changed: Partial<FindingDraft>) =>
  findingProblems({ ...finding, ...changed }).map(({ code, field }) => [code, field]);

describe("a finding in its parts", () => {
  it("is enough when each part says something of its own", () => {
    expect(found({})).toEqual([]);
  });
  it.each([
    ["what was seen", { evidence: "" }, "finding-evidence", "evidence.D.2"],
    ["where", { reference: "" }, "finding-reference", "reference.D.2"],
    [
      "where, without code, number or date",
      { reference: "Sổ theo dõi" },
      "finding-reference",
      "reference.D.2",
    ],
    ["which requirement", { requirement: "" }, "finding-requirement", "requirement.D.2"],
    ["how far it reaches", { scope: "" }, "finding-scope", "scope.D.2"],
    [
      "scope that repeats the evidence",
      { scope: "niêm yết bản chính sách, ký năm 2012!" },
      "part-repeated",
      "scope.D.2",
    ],
  ])("says at the field itself that it wants %s", (_, changed, code, field) => {
    expect(found(changed)).toEqual([[code, field]]);
  });
  it.each([
    ["evidence", "finding-evidence"],
    ["reference", "finding-reference"],
    ["requirement", "finding-requirement"],
    ["scope", "finding-scope"],
  ])("says that %s is wanting where it is filled with signs alone", (part, code) => {
    for (const signs of ["-", "…", "---", " . ", "?!"])
      expect(found({ [part]: signs })).toEqual([[code, `${part}.D.2`]]);
  });
  it("says everything that is wanting at once", () => {
    expect(found({ evidence: "", reference: "", requirement: "", scope: "" })).toHaveLength(4);
  });
  it.each(["Chưa đầy đủ", "Còn thiếu sót, cần khắc phục", "Thực hiện chưa nghiêm túc", "Incomplete"])(
    "is not satisfied by “%s” alone, nor pasted everywhere",
    (phrase) => {
      expect(found({ evidence: phrase, reference: "", scope: "" })).toHaveLength(2);
      expect(found({ evidence: phrase, reference: phrase, scope: phrase })).toHaveLength(2);
    },
  );
  it("is received from an app of before, which asked for evidence and scope alone", () => {
    expect(findingProblems(ofBefore)).toEqual([]);
  });
});

it.each([
  [
    "Không có quy trình kiểm soát hồ sơ trong 6 quy trình bắt buộc",
    "Danh mục tài liệu nội bộ DM-01, xem ngày 12/10/2017",
    "TCVN ISO 9001:2008, 4.2.4",
    "Toàn cơ quan",
  ],
  [
    "43 trong 299 thủ tục hành chính chưa có quy trình",
    "Quyết định số 832/QĐ-UBND, Phụ lục 2",
    "Khoản 1 Điều 4 Quyết định số 19/2014/QĐ-TTg",
    "43 thủ tục",
  ],
  [
    "Chính sách chất lượng chưa niêm yết công khai",
    "Bảng tin tầng 1, ngày 12/10/2017",
    "5.3",
    "Trụ sở chính",
  ],
  ["Chưa ban hành mục tiêu chất lượng năm 2017", "Hồ sơ mục tiêu, xem ngày 12/10/2017", "5.4.1", "3 phòng"],
  [
    "Hồ sơ không xếp theo thứ tự thời gian",
    "Tủ hồ sơ số 4, Bộ phận một cửa",
    "4.2.4",
    "12 hồ sơ đất đai tháng 9",
  ],
  [
    "Kế hoạch kiểm tra nội bộ không được theo dõi thường xuyên",
    "KH 12/KH-UBND ngày 10/01/2017",
    "8.2.2",
    "Cả năm 2017",
  ],
  [
    "Bước thẩm định không thực hiện như quy trình quy định",
    "QT-TCKH-04, bước 5",
    "7.5.1",
    "02 trong 10 hồ sơ",
  ],
  [
    "Chưa chuyển đổi sang phiên bản 2015",
    "Bản công bố số 05/QĐ ngày 15/3/2016",
    "TCVN ISO 9001:2015",
    "Toàn cơ quan",
  ],
  ["Phạm vi áp dụng chỉ gồm 2 trong 9 phòng", "Sổ tay chất lượng STCL-01 lần 3", "4.1", "7 phòng"],
  ["Kế hoạch cải cách hành chính ban hành muộn 3 tháng", "Số 34/KH ngày 05/4/2017", "Điều 7", "Văn phòng"],
  [
    "Thủ tục hành chính công khai thiếu phí, lệ phí",
    "Bảng công khai tại một cửa, ngày 12/10/2017",
    "Điều 15 Nghị định 63/2010/NĐ-CP",
    "5 thủ tục",
  ],
  ["Không đánh giá nội bộ năm nay", "Chương trình ĐGNB năm 2017", "8.2.2", "Toàn bộ"],
  [
    "Báo cáo đánh giá nội bộ không nêu điểm không phù hợp nào, trong khi 4 quy trình chưa cập nhật",
    "BC 02/BC-ISO ngày 20/6/2017",
    "8.2.2",
    "4 quy trình",
  ],
  ["Yêu cầu hành động khắc phục chưa đóng", "CAR-2016-03", "8.5.2", "1 yêu cầu"],
  [
    "Biên bản xem xét của lãnh đạo thiếu kết quả đánh giá nội bộ",
    "BB ngày 22/12/2016",
    "5.6.2",
    "Cuộc họp năm 2016",
  ],
  ["Căn cứ pháp lý đã hết hiệu lực", "QT-05 viện dẫn Nghị định 43/2010/NĐ-CP", "4.2.3", "QT-05, QT-06"],
  ["Chính sách mang chữ ký giám đốc trước", "Phòng họp 2", "5.3", "Trụ sở"],
  ["Thư ký ISO nghỉ việc, không bàn giao", "Quyết định số 7/QĐ-TCCB", "6.2", "Vị trí thư ký ISO"],
  ["Bản sao quy trình không có chữ ký phê duyệt", "Bản sao số 3 tại phòng Địa chính", "4.2.3", "Một phòng"],
  [
    "Bản công bố chưa gửi Sở Khoa học và Công nghệ",
    "Sổ công văn đi 2017",
    "Điều 4 QĐ 19/2014/QĐ-TTg",
    "Công bố lần 2",
  ],
  ["Bảng rủi ro chép nguyên của đơn vị tư vấn", "Biểu BM-RR-01", "6.1", "9 rủi ro"],
  ["Quy trinh QT-TCKH-04/06 thieu bieu mau", "QT-TCKH-04", "4.2.3", "BM-01, BM-02"],
  ["Bảng tin tầng 1 niêm yết bản ký năm 2012", "Tầng 1", "5.3", "x2 bảng tin"],
  ["256 trong 299 thủ tục có quy trình", "B.2, danh mục ngày 01/10/2017", "QĐ19 Đ3", "43"],
  ["Không đo lường sự hài lòng của khách hàng quý III", "Sổ góp ý, xem 12/10/2017", "8.2.1", "Quý III"],
  ["Kinh phí duy trì chưa bố trí", "Dự toán năm 2017", "TT26 Đ9", "Cả hệ thống"],
  ["NO INTERNAL AUDIT THIS YEAR", "Programme 2017", "8.2.2", "WHOLE AGENCY"],
  ["Thiếu", "Sổ theo dõi số 3, trang 12", "4.2.4", "Trang 12-15"],
  ["Mục tiêu không đo được", "Văn bản số 12/KH ngày 10/01/2017", "5.4.1", "2/5 mục tiêu"],
  ["Hai công chức chưa biết chính sách", "Phỏng vấn 09:30 ngày 12/10/2017", "5.3", "Bộ phận một cửa"],
] as const)("refuses no finding that reports tell of: %s", (evidence, reference, requirement, scope) => {
  expect(found({ evidence, reference, requirement, scope })).toEqual([]);
});

it("no phrase whatever fills two parts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (phrase) => {
      expect(found({ evidence: phrase, reference: phrase, scope: phrase }).length).toBeGreaterThan(0);
    }),
  );
});

it("names each part that repeats one before it, once", () => {
  const parts = [
    ["a", "Đã sửa"],
    ["b", "đã sửa."],
    ["c", ""],
    ["d", ""],
    ["e", "ĐÃ SỬA"],
  ] as const;
  expect(repeatedParts(parts).map(({ field }) => field)).toEqual(["b", "e"]);
});

it("keeps a requirement only where it says more than the question does", () => {
  const asked = "Thông tư 26/2014/TT-BKHCN";
  expect(preciseOnly({ ...finding, requirement: asked }, asked)).not.toHaveProperty("requirement");
  expect(preciseOnly(ofBefore, asked)).not.toHaveProperty("requirement");
  const precise = { ...finding, requirement: `khoản 2 Điều 5 ${asked}` };
  expect(preciseOnly(precise, asked)).toEqual(precise);
  expect(preciseOnly({ ...finding, requirement: "" }, asked).requirement).toBe("");
});
