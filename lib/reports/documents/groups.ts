import { questionsOf } from "@/lib/audits/rules";
import type { Answers, GroupScore, IssuedResult, Question, VisitRecord } from "@/lib/audits/types";
import type { Block, Column } from "@/lib/reports/documents/model";
import { table } from "@/lib/reports/documents/model";
import { inSentence, scoreText } from "@/lib/kernel/sentences";
import words from "@/messages/vi/audits.json";

const columns: readonly Column[] = [
  { title: "Nhóm nội dung", share: 40 },
  { title: "Điểm đạt trên điểm tối đa", share: 25, align: "center" },
  { title: "Ưu điểm", share: 48 },
  { title: "Tồn tại", share: 52 },
];

const scoreOf = ({ scoreHundredths, points }: GroupScore): string =>
  scoreHundredths === null ? "Không áp dụng" : `${scoreText(scoreHundredths)}/${points}`;

const noteLine = (code: string, note: string): string => (note.trim() === "" ? "" : `\n${code}: ${note}`);

/** What conforms, with what was noted of it. */
function strengthsOf(asked: readonly Question[], answers: Answers): string {
  const met = asked.filter(({ code }) => answers[code]?.outcome === "conforming");
  const applied = asked.filter(({ code }) => answers[code]?.outcome !== "not_applicable");
  if (applied.length === 0) return "Không áp dụng";
  if (met.length === 0) return "Chưa có";
  const notes = met.map(({ code }) => noteLine(code, answers[code]?.note ?? "")).join("");
  return `Đạt ${met.length}/${applied.length} câu: ${met.map(({ code }) => code).join(", ")}.${notes}`;
}

/** What falls short, by the number it has among the findings, with what was noted beyond that. */
function shortcomingsOf(
  asked: readonly Question[],
  answers: Answers,
  findings: VisitRecord["findings"],
  listed: string,
): string {
  const lines = asked.flatMap(({ code }) => {
    const { outcome, note } = answers[code] ?? { outcome: "not_checked", note: "" };
    if (outcome !== "partly" && outcome !== "not_conforming") return [];
    const index = findings.findIndex(({ questionCode }) => questionCode === code);
    const said = note.trim() === "" || note === findings[index]?.evidence ? "" : `: ${note}`;
    const where = index < 0 ? "" : ` (điểm ${index + 1} ${listed})`;
    return [`${code} ${inSentence(words.outcome[outcome])}${where}${said}`];
  });
  return lines.length === 0 ? "Không có" : lines.join("\n");
}

/** Each group with its score as it was issued, its strengths and its shortcomings; `listed` names where findings stand in full. */
export function groupsTable(
  visit: VisitRecord,
  { groupScores }: IssuedResult,
  answers: Answers,
  listed: string,
): Block {
  const titles = new Map(visit.checklist.groups.map(({ code, title }) => [code, title]));
  const asked = questionsOf(visit.checklist, visit.scope);
  return table(
    columns,
    groupScores.map((score) => {
      const own = asked.filter(({ groupCode }) => groupCode === score.code);
      return [
        `${score.code}. ${titles.get(score.code) ?? ""}`,
        scoreOf(score),
        strengthsOf(own, answers),
        shortcomingsOf(own, answers, visit.findings, listed),
      ];
    }),
    "Không có nhóm nội dung nào được chấm điểm.",
  );
}
