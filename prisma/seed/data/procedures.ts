/** What each mandatory procedure of the 2008 edition says, in short: the steps of an agency's own text. */
export type SeedProcedure = { usualCode: string; title: string; purpose: string; steps: readonly string[] };

export const procedures: readonly SeedProcedure[] = [
  {
    usualCode: "QT-01",
    title: "Quy trình kiểm soát tài liệu",
    purpose: "Bảo đảm mọi vị trí công tác dùng đúng bản tài liệu đang có hiệu lực.",
    steps: [
      "Phòng chuyên môn đề nghị biên soạn hoặc sửa đổi bằng phiếu BM-01-01.",
      "Thư ký ISO kiểm tra thể thức, mã hiệu, lần ban hành trong 02 ngày làm việc.",
      "Thủ trưởng hoặc người được ủy quyền phê duyệt.",
      "Thư ký ISO cập nhật danh mục BM-01-02, phân phối bản mới và thu hồi bản cũ trong 03 ngày làm việc.",
      "Bản cũ lưu để tra cứu được đóng dấu HẾT HIỆU LỰC.",
    ],
  },
  {
    usualCode: "QT-02",
    title: "Quy trình kiểm soát hồ sơ",
    purpose: "Bảo đảm hồ sơ được lập, sắp xếp, bảo quản và tìm lại được khi cần.",
    steps: [
      "Mỗi phòng lập danh mục hồ sơ BM-02-01 vào tháng 01 hằng năm.",
      "Hồ sơ được sắp xếp theo trình tự thời gian, có mục lục.",
      "Hồ sơ giấy để trong tủ có khóa; hồ sơ điện tử sao lưu hằng tuần.",
      "Người mượn hồ sơ ký sổ BM-02-02 và trả trong 05 ngày làm việc.",
      "Hết thời hạn lưu, hội đồng xác định giá trị tài liệu lập biên bản tiêu hủy.",
    ],
  },
  {
    usualCode: "QT-03",
    title: "Quy trình đánh giá nội bộ",
    purpose: "Xác định hệ thống có được thực hiện đúng và còn phù hợp hay không.",
    steps: [
      "Đại diện lãnh đạo lập chương trình đánh giá, mỗi năm ít nhất một lần.",
      "Thủ trưởng quyết định thành lập đoàn; đánh giá viên không đánh giá việc của mình.",
      "Thông báo lịch trước 05 ngày làm việc.",
      "Đánh giá viên ghi bằng chứng vào phiếu BM-03-02; điểm không phù hợp ghi phiếu riêng.",
      "Trưởng đoàn gửi báo cáo cho thủ trưởng và các phòng trong 05 ngày làm việc.",
    ],
  },
  {
    usualCode: "QT-04",
    title: "Quy trình kiểm soát sản phẩm không phù hợp",
    purpose: "Ngăn kết quả giải quyết sai sót đến tay tổ chức, cá nhân.",
    steps: [
      "Người phát hiện sai sót dừng việc trả kết quả và ghi phiếu BM-04-01.",
      "Trưởng phòng xác định cách xử lý: làm lại, sửa, thu hồi.",
      "Hồ sơ trễ hạn có thư xin lỗi, nêu rõ nguyên nhân và ngày hẹn mới.",
      "Kết quả sau xử lý được kiểm tra lại trước khi trả.",
    ],
  },
  {
    usualCode: "QT-05",
    title: "Quy trình hành động khắc phục",
    purpose: "Loại bỏ nguyên nhân để điểm không phù hợp không lặp lại.",
    steps: [
      "Đơn vị có điểm không phù hợp phân tích nguyên nhân trong 05 ngày làm việc.",
      "Đề xuất hành động, người thực hiện, thời hạn.",
      "Đại diện lãnh đạo phê duyệt.",
      "Đánh giá viên kiểm tra hiệu lực của hành động sau khi hoàn thành.",
      "Phiếu được đóng khi hành động có hiệu lực; nếu chưa, làm lại từ bước phân tích.",
    ],
  },
  {
    usualCode: "QT-06",
    title: "Quy trình hành động phòng ngừa",
    purpose: "Nhận ra và ngăn chặn điều có thể trở thành không phù hợp.",
    steps: [
      "Các phòng xem xét khiếu nại, hồ sơ trễ hạn, thay đổi văn bản pháp luật mỗi quý.",
      "Đề xuất hành động phòng ngừa bằng phiếu BM-06-01.",
      "Thực hiện và ghi kết quả.",
      "Xem xét hiệu lực tại cuộc họp xem xét của lãnh đạo.",
    ],
  },
];

/** The decision of the Prime Minister that was in force when a procedure was issued. */
const decisionOn = (on: string): string =>
  on < "2014-05-18" ? "144/2006/QĐ-TTg ngày 20/6/2006" : "19/2014/QĐ-TTg ngày 05/3/2014";

/** Text of a procedure in the usual order of sections, as it was issued on a day. */
export const bodyOf = ({ title, purpose, steps }: SeedProcedure, agency: string, on: string): string =>
  [
    `1. Mục đích\n${purpose}`,
    `2. Phạm vi\nÁp dụng cho mọi phòng, đơn vị của ${agency} trong phạm vi hệ thống quản lý chất lượng.`,
    `3. Tài liệu viện dẫn\nTCVN ISO 9001:2008; Quyết định số ${decisionOn(on)} của Thủ tướng Chính phủ.`,
    `4. Nội dung\n${steps.map((step, n) => `4.${n + 1}. ${step}`).join("\n")}`,
    `5. Hồ sơ\nHồ sơ thực hiện ${title.toLowerCase()} lưu tại phòng thực hiện, thời hạn 03 năm.`,
  ].join("\n\n");
