import type { IssuedResult, VisitRecord } from "@/lib/audits/types";
import { paragraph, type Block } from "@/lib/reports/documents/model";
import { scoreText, unasked } from "@/lib/kernel/sentences";

const named = (codes: readonly string[], { checklist }: VisitRecord): string =>
  codes
    .map((code) => {
      const text =
        checklist.questions.find((each) => each.code === code)?.text ??
        checklist.groups.find((each) => each.code === code)?.title;
      return text === undefined ? code : `${code} (${unasked(text)})`;
    })
    .join("; ");

/** The issued result in sentences: score and grade, what caps it, whether the system is maintained as required. */
export function resultSentences(visit: VisitRecord, result: IssuedResult): Block[] {
  const { scoreHundredths, gradeTitle, cappedBy, maintains, failing } = result;
  const score =
    scoreHundredths === null
      ? "Không có nội dung nào áp dụng nên không chấm điểm."
      : `Tổng điểm: ${scoreText(scoreHundredths)} trên 100 điểm${gradeTitle === null ? "" : `, xếp loại: ${gradeTitle}`}.`;
  const capped = `Xếp loại được giới hạn vì chưa đạt các nội dung bắt buộc: ${named(cappedBy, visit)}.`;
  const maintained = maintains
    ? "Cơ quan duy trì, cải tiến hệ thống quản lý chất lượng đúng quy định."
    : `Cơ quan chưa duy trì, cải tiến hệ thống quản lý chất lượng đúng quy định ở các nội dung: ${named(failing, visit)}.`;
  return [score, ...(cappedBy.length > 0 ? [capped] : []), maintained].map(paragraph);
}
