/** What an agency said of a finding, and what the inspectors said to that. Made up, as all of this world. */
export type SeedAnswer = {
  cause: string;
  correction: string;
  correctiveAction: string;
  responsible: string;
};

const secretary = "Thư ký ISO của cơ quan";

/** How findings that were closed had been answered, by the question at which they were found. */
export const answers: Readonly<Record<string, SeedAnswer>> = {
  "A.3": {
    cause: "Khi điều động thư ký ISO, cơ quan chưa có mẫu biên bản bàn giao hồ sơ ISO.",
    correction: "Đã lập biên bản bàn giao hồ sơ ISO giữa người cũ và người mới, kèm danh mục 46 tài liệu.",
    correctiveAction: "Bổ sung bước bàn giao hồ sơ ISO vào quy trình điều động; Văn phòng kiểm tra mỗi quý.",
    responsible: "Chánh Văn phòng",
  },
  "B.2": {
    cause: "Danh mục thủ tục hành chính mới công bố chưa được đối chiếu với danh mục quy trình.",
    correction: "Đã ban hành quy trình cho các thủ tục còn thiếu trong bảng đối chiếu ngày kiểm tra.",
    correctiveAction: "Thư ký ISO đối chiếu danh mục trong 10 ngày kể từ mỗi quyết định công bố.",
    responsible: secretary,
  },
  "D.2": {
    cause: "Bản chính sách ký năm 2016 chỉ lưu ở Văn phòng, chưa thay bản cũ trên bảng tin.",
    correction: "Đã thay bản niêm yết ở bảng tin tầng 1 và Bộ phận một cửa bằng bản đang có hiệu lực.",
    correctiveAction: "Văn phòng chụp ảnh nơi niêm yết mỗi khi ký lại chính sách và lưu vào hồ sơ ISO.",
    responsible: secretary,
  },
  "D.4": {
    cause: "Việc đặt mục tiêu chưa có trong kế hoạch công tác đầu năm của cơ quan.",
    correction: "Đã ban hành mục tiêu chất lượng năm 2017 của cơ quan và của từng phòng.",
    correctiveAction:
      "Đưa việc đặt mục tiêu vào kế hoạch tháng 01 hằng năm; lãnh đạo xem xét kết quả mỗi quý.",
    responsible: secretary,
  },
  "E.1": {
    cause: "Bộ tài liệu lấy theo mẫu cũ, mẫu này gộp khắc phục với phòng ngừa.",
    correction: "Đã ban hành quy trình hành động phòng ngừa QT-06 và phổ biến đến các phòng.",
    correctiveAction: "Rà soát bộ tài liệu bắt buộc mỗi năm một lần trước đánh giá nội bộ.",
    responsible: secretary,
  },
  "F.1": {
    cause: "Thủ tục mới giao về phòng chuyên môn nhưng chưa giao người xây dựng quy trình.",
    correction: "Đã phê duyệt quy trình cho hai thủ tục được chọn mẫu và đưa vào danh mục.",
    correctiveAction: "Trưởng phòng giao người xây dựng quy trình ngay khi tiếp nhận thủ tục mới.",
    responsible: "Trưởng phòng chuyên môn",
  },
  "F.2": {
    cause: "Người soạn quy trình không nhận được thông báo khi văn bản viện dẫn bị thay thế.",
    correction: "Đã sửa các quy trình được chọn mẫu theo văn bản đang có hiệu lực.",
    correctiveAction: "Thư ký ISO lập sổ theo dõi văn bản viện dẫn, rà soát vào tuần đầu mỗi tháng.",
    responsible: secretary,
  },
  "F.3": {
    cause: "Quyết định công bố gửi về phòng chuyên môn, không chuyển cho thư ký ISO.",
    correction: "Đã rà soát và cập nhật bốn quy trình lĩnh vực đất đai theo danh mục mới.",
    correctiveAction: "Văn thư chuyển mọi quyết định công bố cho thư ký ISO trong ngày.",
    responsible: "Văn thư cơ quan",
  },
};

const ofDucPho = { agency: "ubnd-duc-pho", on: "2017-10-12" } as const;

/** Answered and waiting for the team. */
export const answered = [
  {
    ...ofDucPho,
    code: "E.1",
    answeredOn: "2017-12-05",
    doneBy: "2017-12-20",
    answer: {
      cause: "Bộ tài liệu năm 2013 lấy theo mẫu cũ, mẫu này gộp khắc phục với phòng ngừa.",
      correction:
        "Đã giao Văn phòng soạn quy trình hành động phòng ngừa QT-06; các phòng đang góp ý dự thảo.",
      correctiveAction: "Rà soát bộ tài liệu bắt buộc mỗi năm một lần trước đánh giá nội bộ.",
      responsible: secretary,
    },
  },
  {
    agency: "sgddt",
    on: "2017-08-29",
    code: "D.2",
    answeredOn: "2017-09-25",
    doneBy: "2017-09-28",
    answer: answers["D.2"],
  },
] as const;

/** Answered with less than was asked for, and sent back. */
export const returned = {
  ...ofDucPho,
  code: "D.4",
  answeredOn: "2017-11-08",
  doneBy: "2017-11-10",
  answer: {
    cause: "Các phòng chưa gửi đăng ký mục tiêu về Văn phòng trong quý I năm 2017.",
    correction: "Văn phòng đã nhắc các phòng gửi đăng ký mục tiêu chất lượng.",
    correctiveAction: "Văn phòng nhắc các phòng gửi đăng ký vào đầu mỗi năm.",
    responsible: secretary,
  },
  returnedOn: "2017-11-14",
  reason:
    "Chưa kèm văn bản mục tiêu chất lượng năm 2017 đã ký; gửi bản của cơ quan và của ít nhất hai phòng chuyên môn.",
} as const;

/** A list of procedures that the province has not published yet: the district waits, and its clock stands still. */
export const blocked = {
  ...ofDucPho,
  code: "F.1",
  blockingBody: "UBND tỉnh Quảng Ngãi",
  reference:
    "Công văn số 1123/UBND-KT ngày 06/11/2017 đề nghị công bố danh mục TTHC cấp huyện lĩnh vực công thương",
  explanation:
    "Danh mục thủ tục hành chính cấp huyện lĩnh vực công thương chưa được UBND tỉnh công bố lại theo nghị định mới, nên chưa có căn cứ để ban hành quy trình.",
  since: "2017-11-06",
  statedOn: "2017-11-06",
  acceptedOn: "2017-11-09",
} as const;

export const thread = {
  ...ofDucPho,
  code: "D.2",
  messages: [
    {
      side: "agency",
      asks: true,
      author: "officer",
      on: "2017-12-18",
      text: "Bảng tin tầng 1 đang sửa chữa đến giữa tháng 01. Cơ quan niêm yết tạm ở cửa Bộ phận một cửa và trên trang thông tin điện tử có được không?",
    },
    {
      side: "lead",
      asks: false,
      author: "inspector",
      on: "2017-12-19",
      text: "Được, miễn là người dân đến giao dịch nhìn thấy và là bản đang có hiệu lực.",
    },
    {
      side: "lead",
      asks: true,
      author: "inspector",
      on: "2017-12-28",
      text: "Cơ quan đã niêm yết ở cửa Bộ phận một cửa chưa, từ ngày nào? Đề nghị gửi ảnh chụp nơi niêm yết.",
    },
  ],
} as const;
