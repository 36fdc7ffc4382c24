import type { Outcome } from "@/lib/checklists/types";
import type { VisitMode } from "@/lib/programme/types";

/** What a visit found at one question: how it was answered, what was seen, how far it reaches. Made up, as all of this world. */
export type SeedShortcoming = {
  code: string;
  outcome: Extract<Outcome, "partly" | "not_conforming">;
  evidence: string;
  scope: string;
};

const legalBasis = (procedure: string, old: string): SeedShortcoming => ({
  code: "F.2",
  outcome: "partly",
  evidence: `Quy trình ${procedure} ban hành ngày 20/12/2013 còn viện dẫn ${old}, văn bản này đã được thay thế.`,
  scope: "03 trong 10 quy trình được chọn mẫu",
});
const notPosted = (signedOn: string): SeedShortcoming => ({
  code: "D.2",
  outcome: "not_conforming",
  evidence: `Bảng tin tầng 1 không niêm yết chính sách chất lượng ký ngày ${signedOn}; chỉ có bản ký năm 2012.`,
  scope: "Trụ sở chính, Bộ phận một cửa",
});
const noObjectives: SeedShortcoming = {
  code: "D.4",
  outcome: "not_conforming",
  evidence:
    "Không có văn bản mục tiêu chất lượng năm 2017 của cơ quan và của các phòng; bản gần nhất ký ngày 10/01/2016.",
  scope: "Toàn cơ quan",
};
const noPreventive = (issuedOn: string): SeedShortcoming => ({
  code: "E.1",
  outcome: "not_conforming",
  evidence: `Bộ tài liệu ban hành ngày ${issuedOn} không có quy trình hành động phòng ngừa (QT-06).`,
  scope: "01 trong 06 quy trình bắt buộc",
});
const uncovered = (covered: number, total: number): SeedShortcoming => ({
  code: "B.2",
  outcome: "partly",
  evidence: `Bảng đối chiếu ngày kiểm tra: ${covered} trên ${total} TTHC có quy trình ISO.`,
  scope: `${total - covered} TTHC chưa có quy trình`,
});
const unknownPolicy: SeedShortcoming = {
  code: "D.3",
  outcome: "partly",
  evidence: "Hỏi 06 công chức Phòng Quản lý đô thị: 04 người không nêu được nội dung chính sách chất lượng.",
  scope: "Phòng Quản lý đô thị",
};
const noHandover: SeedShortcoming = {
  code: "A.3",
  outcome: "partly",
  evidence: "Thư ký ISO được điều động từ 01/8/2017, không có biên bản bàn giao hồ sơ ISO.",
  scope: "Vị trí thư ký ISO",
};
const sampleMissing: SeedShortcoming = {
  code: "F.1",
  outcome: "not_conforming",
  evidence:
    "Chọn mẫu 05 TTHC: thủ tục cấp giấy phép kinh doanh bán lẻ rượu chưa có quy trình được phê duyệt.",
  scope: "01 trong 05 TTHC được chọn mẫu",
};
const lateUpdate = (published: string, revised: string, days: number): SeedShortcoming => ({
  code: "F.3",
  outcome: "partly",
  evidence: `Quyết định công bố TTHC ngày ${published}, quy trình sửa đổi ban hành ngày ${revised} (${days} ngày).`,
  scope: "04 quy trình lĩnh vực đất đai",
});
const lateIn2016 = lateUpdate("04/4/2016", "29/8/2016", 147);
const noReviewMinutes: SeedShortcoming = {
  code: "J.2",
  outcome: "partly",
  evidence: "Thông báo kết luận xem xét của lãnh đạo ngày 16/12/2016 không giao người thực hiện và thời hạn.",
  scope: "03 kết luận",
};

const noPrevention: SeedShortcoming = {
  code: "H.3",
  outcome: "not_conforming",
  evidence: "Sổ theo dõi không có phiếu hành động phòng ngừa nào từ ngày 01/01/2016 đến ngày kiểm tra.",
  scope: "Toàn cơ quan",
};
const obsoleteCopies: SeedShortcoming = {
  code: "E.5",
  outcome: "not_conforming",
  evidence:
    "Phòng Tài chính - Kế hoạch còn dùng bản in quy trình QT-TCKH-01 lần ban hành 01, hết hiệu lực 12/2015.",
  scope: "02 trong 04 phòng được kiểm tra",
};
const noRevisionSlips: SeedShortcoming = {
  code: "E.7",
  outcome: "not_conforming",
  evidence: "Quy trình QT-VX-02, QT-VX-05 sửa đổi ngày 14/6/2017 không có phiếu yêu cầu sửa đổi.",
  scope: "02 quy trình lĩnh vực văn hóa, xã hội",
};
const untrained: SeedShortcoming = {
  code: "A.7",
  outcome: "not_conforming",
  evidence: "Thư ký ISO và 02 trong 03 đánh giá viên nội bộ chưa có chứng nhận đào tạo TCVN ISO 9001.",
  scope: "03 người",
};
const noControlSlips: SeedShortcoming = {
  code: "G.1",
  outcome: "not_conforming",
  evidence: "03 trong 05 hồ sơ đất đai được chọn không có phiếu kiểm soát quá trình giải quyết hồ sơ.",
  scope: "Bộ phận một cửa, lĩnh vực đất đai",
};
const lateAnswers: SeedShortcoming = {
  code: "G.2",
  outcome: "partly",
  evidence: "Báo cáo một cửa 8 tháng năm 2017: 61 trên 1.204 hồ sơ trễ hạn, 40 hồ sơ không có thư xin lỗi.",
  scope: "61 hồ sơ",
};
const noCauses: SeedShortcoming = {
  code: "J.3",
  outcome: "not_conforming",
  evidence: "Phiếu hành động khắc phục số 01 và 02 năm 2017 không ghi nguyên nhân và ngày kiểm tra hiệu lực.",
  scope: "02 phiếu",
};
const noSurvey: SeedShortcoming = {
  code: "K.1",
  outcome: "not_conforming",
  evidence: "Không có phiếu khảo sát mức độ hài lòng nào từ ngày 01/01/2017; kế hoạch năm yêu cầu hai đợt.",
  scope: "Bộ phận một cửa",
};
const nobodyUpdates: SeedShortcoming = {
  code: "F.4",
  outcome: "not_conforming",
  evidence:
    "Không có văn bản phân công người theo dõi văn bản mới; sổ theo dõi ghi lần cuối ngày 20/12/2015.",
  scope: "Toàn cơ quan",
};
const noInternalAudit: SeedShortcoming = {
  code: "I.1",
  outcome: "not_conforming",
  evidence: "Không có báo cáo đánh giá nội bộ nào trong 12 tháng trước ngày kiểm tra.",
  scope: "Toàn cơ quan",
};

export type SeedVisit = {
  agency: string;
  year: number;
  on: string;
  /** At the agency unless it was checked from what it sent. */
  mode?: VisitMode;
  shortcomings: readonly SeedShortcoming[];
  /** How many of the findings have been closed, the first ones. */
  closed: number;
};

export const visits: readonly SeedVisit[] = [
  {
    agency: "ubnd-duc-pho",
    year: 2016,
    on: "2016-09-21",
    closed: 2,
    shortcomings: [legalBasis("QT-TNMT-03", "Thông tư số 17/2009/TT-BTNMT"), lateIn2016],
  },
  {
    agency: "syt",
    year: 2016,
    on: "2016-09-28",
    mode: "desk",
    closed: 1,
    shortcomings: [uncovered(88, 96)],
  },
  {
    agency: "ubnd-mo-duc",
    year: 2016,
    on: "2016-10-12",
    closed: 2,
    shortcomings: [notPosted("15/3/2016"), lateIn2016],
  },
  {
    agency: "snv",
    year: 2016,
    on: "2016-10-19",
    mode: "desk",
    closed: 2,
    shortcomings: [legalBasis("QT-TCBC-01", "Nghị định số 36/2013/NĐ-CP"), uncovered(52, 55)],
  },
  {
    agency: "stnmt",
    year: 2017,
    on: "2017-08-15",
    closed: 1,
    shortcomings: [
      noObjectives,
      legalBasis("QT-TNMT-05", "Nghị định số 43/2014/NĐ-CP trước khi sửa đổi"),
      lateUpdate("03/4/2017", "01/8/2017", 120),
    ],
  },
  {
    agency: "snv",
    year: 2017,
    on: "2017-08-22",
    closed: 1,
    shortcomings: [notPosted("15/3/2016"), noHandover],
  },
  {
    agency: "sgddt",
    year: 2017,
    on: "2017-08-29",
    closed: 0,
    shortcomings: [
      notPosted("15/3/2016"),
      uncovered(71, 84),
      noPrevention,
      untrained,
      noRevisionSlips,
      noCauses,
    ],
  },
  {
    agency: "syt",
    year: 2017,
    on: "2017-09-07",
    closed: 2,
    shortcomings: [noObjectives, sampleMissing, noReviewMinutes],
  },
  {
    agency: "ccbvmt",
    year: 2017,
    on: "2017-09-14",
    closed: 1,
    shortcomings: [lateUpdate("03/4/2017", "28/8/2017", 147)],
  },
  {
    agency: "cckl",
    year: 2017,
    on: "2017-09-21",
    closed: 0,
    shortcomings: [notPosted("15/3/2016"), noObjectives, noPreventive("20/12/2013"), noInternalAudit],
  },
  {
    agency: "ubnd-binh-son",
    year: 2017,
    on: "2017-09-28",
    closed: 1,
    shortcomings: [
      noPreventive("21/12/2015"),
      notPosted("15/3/2016"),
      noObjectives,
      sampleMissing,
      noPrevention,
    ],
  },
  {
    agency: "ubnd-ba-to",
    year: 2017,
    on: "2017-10-05",
    closed: 0,
    shortcomings: [
      notPosted("15/3/2016"),
      sampleMissing,
      noPreventive("21/12/2015"),
      noHandover,
      noPrevention,
      obsoleteCopies,
      noRevisionSlips,
      untrained,
      noControlSlips,
      lateAnswers,
      noCauses,
      noSurvey,
      nobodyUpdates,
    ],
  },
  {
    agency: "ubnd-duc-pho",
    year: 2017,
    on: "2017-10-12",
    closed: 1,
    shortcomings: [
      noHandover,
      noPreventive("20/12/2013"),
      notPosted("15/3/2016"),
      noObjectives,
      sampleMissing,
    ],
  },
  {
    agency: "ubnd-quang-ngai",
    year: 2017,
    on: "2017-10-19",
    closed: 1,
    shortcomings: [legalBasis("QT-QLĐT-02", "Thông tư số 10/2012/TT-BXD"), unknownPolicy, noReviewMinutes],
  },
];

/** The follow-up visit the inspector records today. */
export const followUp = {
  agency: "ubnd-duc-pho",
  year: 2017,
  on: "2017-12-31",
  after: "2017-10-12",
} as const;
