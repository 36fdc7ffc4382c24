import type { Answers } from "@/lib/checklists/types";
import type { IssuedResult, VisitRecord } from "@/lib/visits/types";
import { groupRows } from "@/lib/visits/wording/results/rules";
import type { Block, Column } from "@/lib/reports/documents/model";
import { table } from "@/lib/reports/documents/model";

export const groupWidths: readonly Column[] = [
  { title: "Nhóm nội dung", share: 40 },
  { title: "Điểm đạt trên điểm tối đa", share: 25, align: "center" },
  { title: "Ưu điểm", share: 48 },
  { title: "Tồn tại", share: 52 },
];

/** Each group with its score as it was issued, its strengths and its shortcomings; `listed` names where findings stand in full. */
export const groupsTable = (
  { checklist, scope, findings }: VisitRecord,
  { groupScores }: IssuedResult,
  answers: Answers,
  listed: string,
): Block =>
  table(
    groupWidths,
    groupRows({ checklist, scope, groupScores, answers, findings }, listed),
    "Không có nhóm nội dung nào được chấm điểm.",
  );
