import type { RecheckedFinding } from "@/lib/visits/rechecks/types";
import { recheckOutcomes, type RecheckOutcome } from "@/lib/findings/rechecks/types";
import { formatDate } from "@/lib/kernel/format";
import { inSentence, numbered, sentence } from "@/lib/kernel/sentences";
import { paragraph, table, type Block, type Column } from "@/lib/reports/documents/model";
import { claimedAhead } from "@/lib/reports/documents/signing";
import words from "@/messages/vi/findings.json";

const widths: readonly Column[] = [
  { title: "TT", share: 8, align: "center" },
  { title: "Câu", share: 14, align: "center" },
  { title: "Tồn tại của lần kiểm tra trước", share: 46 },
  { title: "Kết quả khắc phục thấy tại lần kiểm tra này", share: 42 },
  { title: "Việc còn phải làm", share: 30 },
  { title: "Thời hạn khắc phục", share: 25, align: "center" },
];

/** Which of them still ask something of the agency. */
export const stillToCorrect = (rechecked: readonly RecheckedFinding[]): RecheckedFinding[] =>
  rechecked.filter(
    ({ outcome, clock, closedOn }) =>
      outcome !== "corrected" && clock.correctedOn === null && closedOn === null,
  );

const toDo = {
  corrected: "Không còn",
  partly_corrected: "Khắc phục phần còn lại nêu ở cột bên",
  not_corrected: "Khắc phục toàn bộ điểm tồn tại",
} as const satisfies Record<RecheckOutcome, string>;

const raisedOf = ({ raisedOn, visitOn }: RecheckedFinding): string =>
  raisedOn === visitOn
    ? `Ghi nhận tại cuộc kiểm tra ngày ${formatDate(visitOn)}.`
    : `Ghi nhận ngày ${formatDate(raisedOn)}, tại cuộc kiểm tra ngày ${formatDate(visitOn)}${claimedAhead(visitOn, raisedOn)}.`;

/** Until when, by its clock: the days moved that did not count; or that it no longer runs. */
function dueOf({ clock, closedOn, blockedSince }: RecheckedFinding): string {
  const { dueOn, correctedOn, overdueDays } = clock;
  if (closedOn) return `Đã đóng ngày ${formatDate(closedOn)}`;
  if (correctedOn) return `Đã thấy khắc phục ngày ${formatDate(correctedOn)}`;
  if (dueOn === null) return "Không đặt hạn";
  const day = formatDate(dueOn);
  if (blockedSince) return `${day}, đang tạm dừng tính hạn từ ngày ${formatDate(blockedSince)}`;
  return overdueDays > 0 ? `${day}, đã quá hạn ${overdueDays} ngày` : day;
}

const countsOf = (rechecked: readonly RecheckedFinding[]): string =>
  recheckOutcomes
    .map((outcome) => ({
      count: rechecked.filter((each) => each.outcome === outcome).length,
      name: inSentence(words.recheck[outcome]),
    }))
    .filter(({ count }) => count > 0)
    .map(({ count, name }) => `${count} điểm ${name}`)
    .join(", ");

/**
 * What was seen of earlier findings, for the agency that is to correct them: what it comes to in the terms of the circular (Thông tư
 * 26/2014/TT-BKHCN, Điều 37, khoản 2, điểm d), and for each where it is from, what was seen, what is left to do and until when.
 */
export function recheckedBlocks(rechecked: readonly RecheckedFinding[], issuer: string): Block[] {
  const unmet = rechecked.filter(({ outcome }) => outcome !== "corrected").length;
  return [
    paragraph(
      `Đoàn kiểm tra đã kiểm tra tính hiệu lực của hành động khắc phục đối với ${rechecked.length} điểm tồn tại của những lần kiểm tra trước: ${countsOf(rechecked)}.`,
    ),
    table(
      widths,
      numbered(
        rechecked.map((each) => {
          const { questionCode, evidence, outcome, note, closedOn, clock } = each;
          const done = outcome === "corrected" || closedOn !== null || clock.correctedOn !== null;
          return [
            questionCode,
            `${sentence(evidence)}\n${raisedOf(each)}`,
            `${words.recheck[outcome]}.${note.trim() === "" ? "" : `\n${sentence(note)}`}`,
            toDo[done ? "corrected" : outcome],
            dueOf(each),
          ];
        }),
      ),
      "Không có.",
    ),
    ...(unmet === 0
      ? []
      : [
          paragraph(
            `${issuer} thông báo chưa chấp nhận hành động khắc phục đối với ${unmet} điểm chưa khắc phục hoặc mới khắc phục một phần, do chưa đạt yêu cầu.`,
          ),
        ]),
    ...(unmet === rechecked.length
      ? []
      : [
          paragraph(
            `Hành động khắc phục đối với ${rechecked.length - unmet} điểm đã khắc phục nêu trên đạt yêu cầu.`,
          ),
        ]),
  ];
}
