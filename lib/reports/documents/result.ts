import type { IssuedResult, VisitRecord } from "@/lib/audits/types";
import type { Block, Column } from "@/lib/reports/documents/model";
import { paragraph, table } from "@/lib/reports/documents/model";
import { scoreText } from "@/lib/reports/documents/words";

const columns: readonly Column[] = [
  { title: "Nhóm", share: 14, align: "center" },
  { title: "Nội dung", share: 79 },
  { title: "Số câu áp dụng", share: 22, align: "center" },
  { title: "Điểm tối đa", share: 24, align: "right" },
  { title: "Điểm đạt", share: 26, align: "right" },
];

/** Scores by group as they were issued: nothing is computed anew. */
export function groupScoresTable({ checklist }: VisitRecord, { groupScores }: IssuedResult): Block {
  const titles = new Map(checklist.groups.map(({ code, title }) => [code, title]));
  return table(
    columns,
    groupScores.map(({ code, points, applicable, scoreHundredths }) => [
      code,
      titles.get(code) ?? code,
      String(applicable),
      String(points),
      scoreHundredths === null ? "Không áp dụng" : scoreText(scoreHundredths),
    ]),
    "Không có nhóm nội dung nào được chấm điểm.",
  );
}

const named = (codes: readonly string[], { checklist }: VisitRecord): string =>
  codes
    .map((code) => {
      const text =
        checklist.questions.find((each) => each.code === code)?.text ??
        checklist.groups.find((each) => each.code === code)?.title;
      return text === undefined ? code : `${code} (${text.replace(/[?.]+$/u, "")})`;
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

/** Groups in which every applicable question conforms. */
export function strengths({ checklist }: VisitRecord, { groupScores }: IssuedResult): string {
  const titles = new Map(checklist.groups.map(({ code, title }) => [code, title]));
  const full = groupScores
    .filter(({ points, scoreHundredths }) => scoreHundredths === points * 100)
    .map(({ code }) => `${code}. ${titles.get(code) ?? code}`);
  return full.length === 0
    ? "Không có nhóm nội dung nào đạt điểm tối đa."
    : `Các nhóm nội dung đạt điểm tối đa: ${full.join("; ")}.`;
}
