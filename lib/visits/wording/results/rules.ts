import { questionsOf } from "@/lib/checklists/rules";
import type { Answers, Checklist, GroupScore, Question, VisitScope } from "@/lib/checklists/types";
import type { IssuedResult } from "@/lib/visits/types";
import { inSentence, scoreText, unasked } from "@/lib/kernel/sentences";
import words from "@/messages/vi/audits.json";

const named = (codes: readonly string[], { questions, groups }: Checklist): string =>
  codes
    .map((code) => {
      const text =
        questions.find((each) => each.code === code)?.text ??
        groups.find((each) => each.code === code)?.title;
      return text === undefined ? code : `${code} (${unasked(text)})`;
    })
    .join("; ");

type Outcome = Pick<IssuedResult, "scoreHundredths" | "gradeTitle" | "cappedBy" | "maintains" | "failing">;

/** Score and grade. */
const scoreSentence = ({
  scoreHundredths,
  gradeTitle,
}: Pick<Outcome, "scoreHundredths" | "gradeTitle">): string =>
  scoreHundredths === null
    ? "Không có nội dung nào áp dụng nên không chấm điểm."
    : `Tổng điểm: ${scoreText(scoreHundredths)} trên 100 điểm${gradeTitle === null ? "" : `, xếp loại: ${gradeTitle}`}.`;

/** The result in sentences: score and grade, what caps it, whether the system is maintained as required. */
export function resultSentences(checklist: Checklist, result: Outcome): string[] {
  const { cappedBy, maintains, failing } = result;
  const capped = `Xếp loại được giới hạn vì chưa đạt các nội dung bắt buộc: ${named(cappedBy, checklist)}.`;
  const maintained = maintains
    ? "Cơ quan duy trì, cải tiến hệ thống quản lý chất lượng đúng quy định."
    : `Cơ quan chưa duy trì, cải tiến hệ thống quản lý chất lượng đúng quy định ở các nội dung: ${named(failing, checklist)}.`;
  return [scoreSentence(result), ...(cappedBy.length > 0 ? [capped] : []), maintained];
}

/** Where a group does not apply, what the others come to and that it is counted up to 100; nothing where all apply. */
export function scaleSentences(groups: readonly GroupScore[]): string[] {
  const counted = groups.filter(({ scoreHundredths }) => scoreHundredths !== null);
  if (counted.length === 0 || counted.length === groups.length) return [];
  const sum = counted.reduce((all, { scoreHundredths }) => all + (scoreHundredths ?? 0), 0);
  const points = counted.reduce((all, group) => all + group.points, 0);
  return [
    `Các nhóm áp dụng được ${scoreText(sum)} trên ${points} điểm, quy về thang 100 điểm; nhóm không áp dụng không tính.`,
  ];
}

const scoreOfGroup = ({ scoreHundredths, points }: GroupScore): string =>
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

type Listed = readonly { questionCode: string; evidence: string }[];

/** What falls short, by the number it has among the findings, with what was noted beyond that. */
function shortcomingsOf(
  asked: readonly Question[],
  answers: Answers,
  findings: Listed,
  where: string,
): string {
  const lines = asked.flatMap(({ code }) => {
    const { outcome, note } = answers[code] ?? { outcome: "not_checked", note: "" };
    if (outcome !== "partly" && outcome !== "not_conforming") return [];
    const index = findings.findIndex(({ questionCode }) => questionCode === code);
    const said = note.trim() === "" || note === findings[index]?.evidence ? "" : `: ${note}`;
    const place = index < 0 ? "" : ` (điểm ${index + 1} ${where})`;
    return [`${code} ${inSentence(words.outcome[outcome])}${place}${said}`];
  });
  return lines.length === 0 ? "Không có" : lines.join("\n");
}

export const groupColumns = ["Nhóm nội dung", "Điểm đạt trên điểm tối đa", "Ưu điểm", "Tồn tại"] as const;

type Graded = {
  checklist: Checklist;
  scope: VisitScope;
  groupScores: readonly GroupScore[];
  answers: Answers;
  findings: Listed;
};

/** Each group with its score, its strengths and its shortcomings; `where` names the part in which findings stand in full. */
export function groupRows(
  { checklist, scope, groupScores, answers, findings }: Graded,
  where: string,
): string[][] {
  const titles = new Map(checklist.groups.map(({ code, title }) => [code, title]));
  const asked = questionsOf(checklist, scope);
  return groupScores.map((score) => {
    const own = asked.filter(({ groupCode }) => groupCode === score.code);
    return [
      `${score.code}. ${titles.get(score.code) ?? ""}`,
      scoreOfGroup(score),
      strengthsOf(own, answers),
      shortcomingsOf(own, answers, findings, where),
    ];
  });
}
