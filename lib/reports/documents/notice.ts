import type { MinutesRecord } from "@/lib/audits/minutes/types";
import type { ProgrammeFacts } from "@/lib/audits/plan/types";
import type { IssuedResult, VisitRecord } from "@/lib/audits/types";
import { formatDate } from "@/lib/kernel/format";
import { dayInVietnam, type PlainDate } from "@/lib/kernel/plain-date";
import { dayOf } from "@/lib/audits/rules";
import { amendmentName } from "@/lib/reports/documents/amendment";
import { programmeBasis } from "@/lib/audits/plan/rules";
import { lawBases } from "@/lib/legal/rules";
import { findingsTable } from "@/lib/reports/documents/findings";
import { groupsTable } from "@/lib/reports/documents/groups";
import {
  agencyLetterhead,
  officeSignature,
  illustrativeMark,
  kept,
  toReport,
  type Office,
} from "@/lib/reports/documents/issuer";
import type { Registration } from "@/lib/reports/types";
import { heading, paragraph, type Block, type Paper } from "@/lib/reports/documents/model";
import { resultSentences } from "@/lib/audits/wording/results/rules";
import { dayInName, minutesName } from "@/lib/reports/documents/signing";
import { dateInWords, ended, inSentence, sentence } from "@/lib/kernel/sentences";

export type NoticeFacts = {
  visit: VisitRecord;
  result: IssuedResult;
  /** Every version, the first one first. */
  minutes: readonly MinutesRecord[];
  programme: ProgrammeFacts | null;
  office: Office;
  registration: Registration;
  illustrative: boolean;
};

/** Thông báo kết quả kiểm tra (form 1.4): what a final visit came to, for the agency it was made at. */
export function noticeOf(facts: NoticeFacts): Paper {
  const { visit, result, minutes, programme, office, registration, illustrative } = facts;
  const first = minutes[0] ?? null;
  return {
    fileName: `Thông báo kết quả kiểm tra ${visit.agencyName} ${dayInName(visit)}`,
    letterhead: agencyLetterhead(office, "TB", registration),
    title: {
      kind: "THÔNG BÁO",
      subject: [
        "Kết quả kiểm tra việc xây dựng, áp dụng, duy trì và cải tiến",
        `hệ thống quản lý chất lượng tại ${visit.agencyName}`,
      ],
    },
    addressees: [],
    bases: [
      ...lawBases(office),
      ...(programme ? [programmeBasis(programme, office)] : []),
      minutesBasis(visit, minutes),
    ],
    body: [
      paragraph(
        `${daysOf(visit, first)}, Đoàn kiểm tra đã kiểm tra ${visit.mode === "on_site" ? "tại trụ sở" : "qua hồ sơ, báo cáo của"} ${visit.agencyName}. ${office.issuer.name} thông báo kết quả như sau:`,
      ),
      heading("KẾT QUẢ"),
      groupsTable(visit, result, first?.signed.answers ?? visit.answers, "mục II"),
      ...resultSentences(visit.checklist, result).map(paragraph),
      ...opinionSentence(visit, first),
      heading("CÁC ĐIỂM TỒN TẠI"),
      findingsTable(
        visit.findings,
        { named: office.bases, questions: visit.checklist.questions },
        "Không có điểm tồn tại nào trong lần kiểm tra này.",
      ),
      heading("ĐỀ NGHỊ KHẮC PHỤC"),
      ...requests(visit, result, office),
    ],
    signatures: [officeSignature(office)],
    recipients: [visit.agencyName, toReport(office), ...office.issuer.copiesTo, kept(office)],
    closing: [],
    annexes: [],
    marks: illustrative ? [illustrativeMark] : [],
  };
}

/** On which day the team was there, or from which to which. */
function daysOf(visit: VisitRecord, first: MinutesRecord | null): string {
  const [begun, ended] = [dayOf(visit), first?.hours.endedOn];
  return ended && ended !== begun
    ? `Từ ngày ${formatDate(begun)} đến ngày ${formatDate(ended)}`
    : `Ngày ${formatDate(begun)}`;
}

/** The minutes that a notice goes by, with what was added to them by then. */
function minutesBasis(visit: VisitRecord, minutes: readonly MinutesRecord[]): string {
  const [first, ...later] = minutes;
  const added = later.map(
    ({ version, receivedAt }) =>
      ` và ${inSentence(amendmentName(version))} ${dateInWords(dayInVietnam(receivedAt))}`,
  );
  return `Căn cứ ${minutesName(visit, first ?? null)}${added.join("")}`;
}

/** Whether the agency agreed; what it said stands in the minutes, in its own words. */
const opinionSentence = ({ agencyName }: VisitRecord, first: MinutesRecord | null): Block[] =>
  first === null || first.opinion === "absent"
    ? []
    : [
        paragraph(
          first.opinion === "agrees"
            ? `Đại diện ${agencyName} đồng ý với nội dung biên bản.`
            : `Đại diện ${agencyName} có ý kiến không đồng ý, ghi tại mục V của biên bản.`,
        ),
      ];

const datesOf = ({ findings }: VisitRecord): PlainDate[] =>
  findings.flatMap(({ dueOn, correctedOn }) => (dueOn === null || correctedOn ? [] : [dueOn])).sort();

function requests(visit: VisitRecord, result: IssuedResult, { issuer }: Office): Block[] {
  const dates = datesOf(visit);
  const [first, last] = [dates.at(0), dates.at(-1)];
  const until =
    first === undefined || last === undefined
      ? `Đề nghị ${visit.agencyName} xem xét, cải tiến các điểm nêu trên trong kỳ đánh giá nội bộ tới`
      : `Đề nghị ${visit.agencyName} khắc phục từng điểm tồn tại đúng thời hạn nêu trên${first === last ? ` (${dateInWords(last)})` : `, chậm nhất ${dateInWords(last)}`}, và gửi báo cáo kết quả kèm bằng chứng về ${issuer.name}`;
  return [
    ...(result.conclusion === "" ? [] : [paragraph(sentence(result.conclusion))]),
    paragraph(
      ended(visit.findings.length === 0 ? "Đề nghị cơ quan tiếp tục duy trì, cải tiến hệ thống" : until),
    ),
  ];
}
