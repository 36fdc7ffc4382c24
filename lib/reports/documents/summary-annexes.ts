import type { StandingLine } from "@/lib/adoption/types";
import { dayOf } from "@/lib/checklists/rules";
import type { VisitLine } from "@/lib/visits/types";
import type { FindingRecord } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Basis } from "@/lib/legal/types";
import { blockedBy, isClosedBy, isLateOn, isSeenCorrected } from "@/lib/reports/documents/figures";
import { attachedTo } from "@/lib/reports/documents/issuer";
import type { Registration } from "@/lib/reports/types";
import { table, type Annex, type Block } from "@/lib/reports/documents/model";
import { claimedAhead } from "@/lib/reports/documents/signing";
import { requirementTexts } from "@/lib/legal/rules";
import type { SummaryFigures } from "@/lib/reports/documents/summary-types";
import { dateOr, inSentence, numbered, scoreText, sentence, unasked } from "@/lib/kernel/sentences";
import adoption from "@/messages/vi/adoption.json";
import agencyWords from "@/messages/vi/agencies.json";
import audits from "@/messages/vi/audits.json";
import findingWords from "@/messages/vi/findings.json";

/** Every agency, every visit, every finding, and the kinds of shortcoming: the rows behind the report's numbers. */
export function summaryAnnexes(figures: SummaryFigures, registration: Registration): Annex[] {
  const { year, on, agencies, visits, findings } = figures;
  const annex = (title: string, landscape: boolean, body: Block): Annex => ({
    title,
    attachedTo: attachedTo(figures.office, "Báo cáo", "BC", registration),
    landscape,
    body: [body],
  });
  return [
    annex(`Tình trạng của từng cơ quan đến ngày ${formatDate(on)}`, true, agencyTable(agencies)),
    annex(`Các cuộc kiểm tra năm ${year}`, true, visitTable(visits)),
    annex(
      `Các điểm tồn tại qua kiểm tra năm ${year}`,
      true,
      findingTable(findings, on, figures.office.bases.slice(0, 1)),
    ),
    annex(`Tồn tại theo nội dung năm ${year}`, false, topicTable(figures)),
  ];
}

const center = "center" as const;

const agencyTable = (agencies: readonly StandingLine[]): Block =>
  table(
    [
      { title: "TT", share: 10, align: center },
      { title: "Cơ quan", share: 70 },
      { title: "Loại", share: 34 },
      { title: "Tình trạng", share: 34 },
      { title: "Hạn công bố hoặc ngày ngừng hiệu lực", share: 28, align: center },
      { title: "Quá hạn (ngày)", share: 18, align: "right" },
      { title: "Nguyên nhân, mốc tiếp theo", share: 58 },
    ],
    numbered(
      agencies.map((line) => [
        line.name,
        agencyWords.kind[line.kind],
        adoption.stage[line.stage],
        dateOr(line.dueOn, ""),
        line.overdueDays === null ? "" : String(line.overdueDays),
        whyAndNext(line),
      ]),
    ),
    "Không có cơ quan nào thuộc diện bắt buộc.",
  );

const whyAndNext = ({ cause, next, bucket }: StandingLine): string =>
  [
    ...(cause === null ? [] : [adoption.reason[cause]]),
    ...(next === null || bucket === "declared"
      ? []
      : [`${adoption.milestone[next.kind]}${next.on === null ? "" : `: ${formatDate(next.on)}`}`]),
  ].join("\n");

/** The grade, and what caps it where the score alone would have given a better one. */
const gradeText = ({ gradeTitle, cappedBy }: VisitLine): string =>
  `${gradeTitle ?? "Không xếp loại"}${cappedBy && cappedBy.length > 0 ? `\nXếp loại bị giới hạn vì chưa đạt nội dung bắt buộc: ${cappedBy.map(unasked).join("; ")}` : ""}`;

const visitTable = (visits: readonly VisitLine[]): Block =>
  table(
    [
      { title: "TT", share: 10, align: center },
      { title: "Cơ quan", share: 62 },
      { title: "Hình thức", share: 34 },
      { title: "Ngày", share: 26, align: center },
      { title: "Trưởng đoàn", share: 36 },
      { title: "Điểm", share: 16, align: "right" },
      { title: "Xếp loại", share: 52 },
      { title: "Điểm tồn tại", share: 16, align: "right" },
    ],
    numbered(
      visits.map((visit) => [
        `${visit.agencyName}${visit.followUp ? ` (${inSentence(audits.followUp)})` : ""}`,
        audits.modes[visit.mode],
        `${formatDate(dayOf(visit))}${claimedAhead(dayOf(visit), visit.receivedOn)}`,
        visit.leaderName ?? "Chưa phân công",
        ...(visit.state === "final"
          ? [
              visit.scoreHundredths === null ? "" : scoreText(visit.scoreHundredths),
              gradeText(visit),
              String(visit.findings),
            ]
          : ["", "Chưa có kết quả", ""]),
      ]),
    ),
    "Không có cuộc kiểm tra nào trong kế hoạch.",
  );

const findingTable = (findings: readonly FindingRecord[], on: PlainDate, named: readonly Basis[]): Block => {
  const requirements = requirementTexts(findings, named);
  return table(
    [
      { title: "TT", share: 10, align: center },
      { title: "Cơ quan", share: 38 },
      { title: "Câu", share: 12, align: center },
      { title: "Tồn tại, bằng chứng và phạm vi", share: 92 },
      { title: "Yêu cầu", share: 42 },
      { title: "Mức độ", share: 24 },
      { title: "Hạn và tình trạng", share: 34 },
    ],
    numbered(
      findings.map((finding, index) => [
        finding.agencyName,
        finding.questionCode,
        `${sentence(finding.evidence)}${finding.scope === "" ? "" : `\nPhạm vi: ${sentence(finding.scope)}`}`,
        requirements[index] ?? "",
        findingWords.severity[finding.severity],
        stateText(finding, on),
      ]),
    ),
    "Không ghi nhận điểm tồn tại nào.",
  );
};

function stateText(finding: FindingRecord, on: PlainDate): string {
  const due = finding.dueOn === null ? "Không đặt hạn" : `Hạn ${formatDate(finding.dueOn)}`;
  if (isClosedBy(finding, on)) return `${due}\nĐã đóng ${dateOr(finding.closedOn, "")}`;
  if (isSeenCorrected(finding, on))
    return `${due}\nĐã thấy khắc phục ngày ${dateOr(finding.correctedOn, "")}, chờ xác nhận`;
  const body = blockedBy(finding, on);
  if (body !== null) return `${due}\nChưa đóng, chờ ${body}`;
  return `${due}\n${isLateOn(finding, on) ? "Chưa đóng, quá hạn" : "Chưa đóng"}`;
}

const topicTable = ({ dashboard: { topics, visited }, findings }: SummaryFigures): Block =>
  table(
    [
      { title: "TT", share: 12, align: center },
      { title: "Nội dung", share: 83 },
      { title: `Số cơ quan (trong ${visited} cơ quan được kiểm tra)`, share: 40, align: "right" },
      { title: "Số điểm tồn tại", share: 30, align: "right" },
    ],
    numbered(
      topics.map(({ topic, agencies }) => [
        findingWords.topic[topic],
        String(agencies),
        String(findings.filter((finding) => finding.topic === topic).length),
      ]),
    ),
    "Không ghi nhận điểm tồn tại nào.",
  );
