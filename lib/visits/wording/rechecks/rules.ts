import { formatDate } from "@/lib/kernel/format";
import { numbered } from "@/lib/kernel/sentences";
import { paragraph } from "@/lib/visits/wording/blocks/rules";
import type { Telling } from "@/lib/visits/wording/telling/types";
import type { WordBlock } from "@/lib/visits/wording/types";
import findingWords from "@/messages/vi/findings.json";

/** What became of the findings of earlier visits. */
export function rechecks({ visit: { openBefore }, sheet }: Telling): WordBlock[] {
  if (openBefore.length === 0) return [paragraph("Không còn tồn tại nào của những lần kiểm tra trước.")];
  const rows = openBefore.map(({ id, questionCode, evidence, raisedOn }) => {
    const recheck = sheet.rechecks[id];
    return [
      questionCode,
      evidence,
      formatDate(raisedOn),
      recheck ? findingWords.recheck[recheck.outcome] : "Chưa ghi",
      recheck?.note || "–",
    ];
  });
  const columns = [
    ...["TT", "Câu", "Tồn tại và bằng chứng", "Ngày ghi nhận tồn tại"],
    ...["Kết quả khắc phục", "Ghi nhận tại chỗ"],
  ];
  return [{ kind: "table", table: "earlier", columns, rows: numbered(rows) }];
}
