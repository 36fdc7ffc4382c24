import type { ProgrammeFacts } from "@/lib/audits/plan/types";
import type { IssuedResult, VisitRecord } from "@/lib/audits/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { lawBases, programmeBasis } from "@/lib/reports/documents/bases";
import { findingsTable } from "@/lib/reports/documents/findings";
import {
  agencyLetterhead,
  dateInWords,
  headSignature,
  illustrativeMark,
  kept,
  toReport,
  type Office,
} from "@/lib/reports/documents/issuer";
import type { Registration } from "@/lib/reports/types";
import { heading, paragraph, type Block, type Paper } from "@/lib/reports/documents/model";
import { groupScoresTable, resultSentences, strengths } from "@/lib/reports/documents/result";
import { ended, sentence } from "@/lib/reports/documents/words";

export type NoticeFacts = {
  visit: VisitRecord;
  result: IssuedResult;
  programme: ProgrammeFacts | null;
  office: Office;
  registration: Registration;
  illustrative: boolean;
};

/** Thông báo kết quả kiểm tra (form 1.4): what a final visit came to, for the agency it was made at. */
export function noticeOf({
  visit,
  result,
  programme,
  office,
  registration,
  illustrative,
}: NoticeFacts): Paper {
  return {
    fileName: `Thông báo kết quả kiểm tra ${visit.agencyName} ${formatDate(visit.plannedOn).replaceAll("/", "-")}`,
    letterhead: agencyLetterhead(office, "TB", registration),
    title: {
      kind: "THÔNG BÁO",
      subject: [
        "Kết quả kiểm tra việc xây dựng, áp dụng, duy trì và cải tiến",
        `hệ thống quản lý chất lượng tại ${visit.agencyName}`,
      ],
    },
    addressees: [],
    bases: [...lawBases(office), ...(programme ? [programmeBasis(programme)] : [])],
    body: [
      paragraph(
        `Ngày ${formatDate(visit.plannedOn)}, Đoàn kiểm tra đã kiểm tra ${visit.mode === "on_site" ? "tại trụ sở" : "qua hồ sơ, báo cáo của"} ${visit.agencyName}; biên bản được chốt ngày ${formatDate(result.finalisedOn)}. ${office.issuer.name} thông báo kết quả như sau:`,
      ),
      heading("I. KẾT QUẢ"),
      groupScoresTable(visit, result),
      ...resultSentences(visit, result),
      paragraph(strengths(visit, result)),
      heading("II. CÁC ĐIỂM TỒN TẠI"),
      findingsTable(visit.findings, "Không có điểm tồn tại nào trong lần kiểm tra này."),
      heading("III. ĐỀ NGHỊ KHẮC PHỤC"),
      ...requests(visit, result, office),
    ],
    signatures: [headSignature(office)],
    recipients: [visit.agencyName, toReport(office), ...office.issuer.copiesTo, kept(office)],
    annexes: [],
    marks: illustrative ? [illustrativeMark] : [],
  };
}

const datesOf = ({ findings }: VisitRecord): PlainDate[] =>
  findings.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).sort();

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
