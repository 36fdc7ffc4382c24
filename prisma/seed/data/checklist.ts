import type { SeedQuestion } from "@/prisma/seed/data/question";
import { questionsAB } from "@/prisma/seed/data/questions-a-b";
import { questionsCE } from "@/prisma/seed/data/questions-c-e";
import { questionsFH } from "@/prisma/seed/data/questions-f-h";
import { questionsIL } from "@/prisma/seed/data/questions-i-l";

/** A checklist put together for the demonstration: contents that provinces have published, not an official form. */
export const checklistId = "qn-2017";

export const groups = [
  { code: "A", vi: "Chỉ đạo, điều hành, nguồn lực", en: "Direction, management and resources", points: 12 },
  {
    code: "B",
    vi: "Phạm vi áp dụng, danh mục TTHC",
    en: "Scope and list of administrative procedures",
    points: 12,
  },
  { code: "C", vi: "Công bố", en: "Declaration", points: 10 },
  { code: "D", vi: "Chính sách và mục tiêu chất lượng", en: "Quality policy and objectives", points: 10 },
  {
    code: "E",
    vi: "Tài liệu bắt buộc, kiểm soát tài liệu – hồ sơ",
    en: "Mandatory documents, control of documents and records",
    points: 10,
  },
  {
    code: "F",
    vi: "Quy trình giải quyết TTHC và cập nhật văn bản pháp luật",
    en: "Administrative procedures and keeping up with the law",
    points: 14,
  },
  { code: "G", vi: "Thực hiện, hồ sơ một cửa", en: "Practice and one-stop-shop records", points: 8 },
  { code: "H", vi: "Bối cảnh, rủi ro", en: "Context and risks", points: 4 },
  { code: "I", vi: "Đánh giá nội bộ", en: "Internal audit", points: 8 },
  {
    code: "J",
    vi: "Xem xét của lãnh đạo, khắc phục, cải tiến",
    en: "Management review, correction and improvement",
    points: 6,
  },
  { code: "K", vi: "Khách hàng", en: "Customers", points: 3 },
  {
    code: "L",
    vi: "Báo cáo, kinh phí, khắc phục sau kiểm tra",
    en: "Reports, funds and follow-up of earlier visits",
    points: 3,
  },
] as const;

export const questions: readonly SeedQuestion[] = [
  ...questionsAB,
  ...questionsCE,
  ...questionsFH,
  ...questionsIL,
];

/** Lower bounds in hundredths of a point. */
export const grades = [
  { code: "good", vi: "Tốt", en: "Good", minHundredths: 9000 },
  { code: "fair", vi: "Khá", en: "Fair", minHundredths: 8000 },
  { code: "average", vi: "Trung bình", en: "Average", minHundredths: 6500 },
  { code: "weak", vi: "Yếu", en: "Weak", minHundredths: 0 },
] as const;
