import type { VisitLine } from "@/lib/visits/types";
import type { Parts } from "@/lib/compliance/types";
import { formatDate } from "@/lib/kernel/format";
import { groupBy } from "@/lib/kernel/collections";
import { isClosedBy, isLateOn, isSeenCorrected } from "@/lib/reports/documents/figures";
import { heading, item, paragraph, table, type Block } from "@/lib/reports/documents/model";
import type { SummaryFigures } from "@/lib/reports/documents/summary-types";
import { ended, inSentence, shareText } from "@/lib/kernel/sentences";
import adoption from "@/messages/vi/adoption.json";
import agencies from "@/messages/vi/agencies.json";
import audits from "@/messages/vi/audits.json";
import findingWords from "@/messages/vi/findings.json";

/** I. How far the province has come, in total and by kind of agency. */
export function situation({ on, dashboard: { headline, years } }: SummaryFigures): Block[] {
  const before = years.findLast((point) => point.on < on);
  return [
    heading("TÌNH HÌNH CHUNG"),
    paragraph(
      `Tính đến ngày ${formatDate(on)}, có ${headline.total} cơ quan thuộc diện bắt buộc áp dụng hệ thống quản lý chất lượng, trong đó ${shareText(headline.declared, headline.total)} cơ quan đã công bố, ${headline.in_progress} cơ quan đang triển khai, ${headline.not_started} cơ quan chưa thực hiện${headline.lapsed > 0 ? `, ${headline.lapsed} cơ quan đã ngừng hiệu lực` : ""}. Số cơ quan quá hạn công bố: ${headline.overdue}.`,
    ),
    ...(before === undefined
      ? []
      : [
          paragraph(
            `Đến ngày ${formatDate(before.on)}, có ${shareText(before.declared, before.total)} cơ quan đã công bố.`,
          ),
        ]),
    table(
      [
        { title: "Loại cơ quan", share: 55 },
        { title: "Tổng số", share: 22, align: "right" },
        { title: "Đã công bố", share: 36, align: "right" },
        { title: "Đang triển khai", share: 26, align: "right" },
        { title: "Chưa thực hiện", share: 26, align: "right" },
        ...(headline.lapsed > 0 ? [{ title: "Đã ngừng hiệu lực", share: 26, align: "right" } as const] : []),
      ],
      [...headline.byKind, headline].map((counts) => [
        "kind" in counts ? agencies.kind[counts.kind] : "Cộng",
        ...cells(counts),
        ...(headline.lapsed > 0 ? [String(counts.lapsed)] : []),
      ]),
      "",
    ),
  ];
}

type Counts = Parts & { total: number };

const cells = ({ total, declared, in_progress, not_started }: Counts): string[] => [
  String(total),
  shareText(declared, total),
  String(in_progress),
  String(not_started),
];

/** "19 không phù hợp nhẹ, 11 điểm lưu ý". */
const countBy = <Item>(items: readonly Item[], nameOf: (each: Item) => string): string =>
  [...groupBy(items, nameOf)].map(([name, group]) => `${group.length} ${name}`).join(", ");

/** II. What was visited, how it was graded, what was found and what became of it. */
export function visitsAndFindings({ year, on, dashboard, visits, findings }: SummaryFigures): Block[] {
  const out = visits.filter((visit) => visit.state === "final");
  return [
    heading("KẾT QUẢ KIỂM TRA"),
    paragraph(
      visits.length === 0
        ? `Năm ${year} không có kế hoạch kiểm tra.`
        : `Kế hoạch năm ${year} có ${dashboard.visits.planned} cuộc kiểm tra; ${dashboard.visits.done} cuộc tại ${dashboard.visited} cơ quan đã có kết quả.`,
    ),
    ...(out.length === 0
      ? []
      : [
          item(`Hình thức: ${countBy(out, ({ mode }) => `cuộc ${inSentence(audits.modes[mode])}`)}.`),
          item(`Xếp loại: ${countBy(byGrade(out), gradeOf)}.`),
        ]),
    ...foundText({ on, dashboard, findings }),
  ];
}

/** The best grade first. Reports issued before grades said where they begin come in the order they were kept in. */
const byGrade = (visits: readonly VisitLine[]): VisitLine[] =>
  [...visits].sort((a, b) => (b.gradeFrom ?? -1) - (a.gradeFrom ?? -1));

const gradeOf = ({ gradeTitle }: VisitLine): string => `cuộc ${inSentence(gradeTitle ?? "Không xếp loại")}`;

function foundText({
  on,
  dashboard,
  findings,
}: Pick<SummaryFigures, "on" | "dashboard" | "findings">): Block[] {
  if (findings.length === 0) return [paragraph("Các cuộc kiểm tra không ghi nhận điểm tồn tại nào.")];
  const closed = findings.filter((each) => isClosedBy(each, on)).length;
  const late = findings.filter((each) => isLateOn(each, on)).length;
  const seen = findings.filter((each) => isSeenCorrected(each, on)).length;
  const most = dashboard.topics.slice(0, 3);
  return [
    item(
      `Ghi nhận ${findings.length} điểm tồn tại (${countBy(findings, ({ severity }) => inSentence(findingWords.severity[severity]))}); ${closed} điểm đã đóng, ${findings.length - closed} điểm chưa đóng, trong đó ${late} điểm quá hạn khắc phục${seen === 0 ? "" : `, ${seen} điểm đã thấy khắc phục, chờ xác nhận hiệu lực`}.`,
    ),
    ...(most.length === 0
      ? []
      : [
          item(
            `Tồn tại gặp ở nhiều cơ quan nhất: ${most.map(({ topic, agencies: at }) => `${inSentence(findingWords.topic[topic])} (${at} cơ quan)`).join("; ")}.`,
          ),
        ]),
  ];
}

/** III. Why agencies are late, as they say themselves. */
export function causes({ agencies: lines }: SummaryFigures): Block[] {
  const late = lines.filter(({ bucket }) => bucket !== "declared");
  const stated = late.filter(({ cause }) => cause !== null);
  return [
    heading("KHÓ KHĂN, NGUYÊN NHÂN"),
    paragraph(
      late.length === 0
        ? "Các cơ quan thuộc diện bắt buộc đều đã công bố."
        : `Trong ${late.length} cơ quan ${late.some(({ bucket }) => bucket === "lapsed") ? "chưa công bố hoặc đã ngừng hiệu lực" : "chưa công bố"}, ${stated.length} cơ quan đã nêu nguyên nhân:`,
    ),
    ...[...groupBy(stated, ({ cause }) => (cause === null ? "" : adoption.reason[cause]))].map(
      ([reason, group]) => item(`${reason}: ${group.map(({ name }) => name).join(", ")}.`),
    ),
  ];
}

/** IV. What the province is asked for: the agencies that are late, by name. */
export function proposals({ agencies: lines, findings, on, office: { issuer } }: SummaryFigures): Block[] {
  const overdue = lines.filter(({ overdueDays }) => overdueDays !== null);
  const open = new Set(
    findings
      .filter((each) => !isClosedBy(each, on) && !isSeenCorrected(each, on))
      .map(({ agencyName }) => agencyName),
  );
  const asked = [
    ...(overdue.length === 0
      ? []
      : [
          `Chỉ đạo ${overdue.length} cơ quan quá hạn hoàn thành việc công bố: ${overdue.map(({ name }) => name).join(", ")}.`,
        ]),
    ...(open.size === 0
      ? []
      : [
          `Đôn đốc ${open.size} cơ quan còn điểm tồn tại chưa đóng khắc phục đúng thời hạn: ${[...open].join(", ")}.`,
        ]),
    "Quan tâm bố trí nhân lực, kinh phí để các cơ quan duy trì, cải tiến hệ thống quản lý chất lượng.",
  ];
  return [
    heading("KIẾN NGHỊ, ĐỀ XUẤT"),
    paragraph(`${issuer.name} kính đề nghị ${issuer.committee}:`),
    ...asked.map(item),
    paragraph(ended(`${issuer.name} kính báo cáo ${issuer.committee} xem xét, chỉ đạo`)),
  ];
}
