import type { MinutesRecord } from "@/lib/visits/minutes/types";
import type { ProgrammeFacts } from "@/lib/programme/plan/types";
import type { IssuedResult, VisitRecord } from "@/lib/visits/types";
import { formatDate } from "@/lib/kernel/format";
import { dayInVietnam, type PlainDate } from "@/lib/kernel/plain-date";
import { dayOf } from "@/lib/checklists/rules";
import { amendmentName } from "@/lib/reports/documents/amendment";
import type { RecheckedFinding } from "@/lib/visits/rechecks/types";
import { programmeBasis } from "@/lib/programme/plan/rules";
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
import { composedParts, partName, partNameIn, partTitles } from "@/lib/visits/wording/parts/rules";
import { recheckedBlocks, stillToCorrect } from "@/lib/reports/documents/rechecked";
import { resultSentences } from "@/lib/visits/wording/results/rules";
import { claimedAhead, dayInName, minutesName } from "@/lib/reports/documents/signing";
import { dateInWords, ended, inSentence, sentence } from "@/lib/kernel/sentences";

export type NoticeFacts = {
  visit: VisitRecord;
  result: IssuedResult;
  /** Every version, the first one first. */
  minutes: readonly MinutesRecord[];
  /** What it saw of earlier findings, as they stand on the day of the paper. */
  rechecked: readonly RecheckedFinding[];
  programme: ProgrammeFacts | null;
  office: Office;
  registration: Registration;
  illustrative: boolean;
};

/** What a notice says, in its order; of earlier findings only where some were seen again. */
const parts = {
  result: "KẾT QUẢ",
  findings: partTitles.findings,
  earlier: partTitles.earlier,
  requests: "ĐỀ NGHỊ KHẮC PHỤC",
} as const;
type Part = keyof typeof parts;

const partsOf = ({ rechecked }: Pick<NoticeFacts, "rechecked">): Part[] => [
  "result",
  "findings",
  ...(rechecked.length > 0 ? (["earlier"] as const) : []),
  "requests",
];

/** Thông báo kết quả kiểm tra (form 1.4): what a final visit came to, for the agency it was made at. */
export function noticeOf(facts: NoticeFacts): Paper {
  const { visit, minutes, programme, office, registration, illustrative } = facts;
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
      ...partsOf(facts).flatMap((part) => [heading(parts[part]), ...told[part](facts)]),
    ],
    signatures: [officeSignature(office)],
    recipients: [...new Set([visit.agencyName, toReport(office), ...office.issuer.copiesTo, kept(office)])],
    closing: [],
    annexes: [],
    marks: illustrative ? [illustrativeMark] : [],
  };
}

/** On which day the team was there, or from which to which. */
function daysOf(visit: VisitRecord, first: MinutesRecord | null): string {
  const [begun, ended] = [dayOf(visit), first?.hours.endedOn];
  const ahead = claimedAhead(ended ?? begun, visit.result?.finalisedOn);
  return ended && ended !== begun
    ? `Từ ngày ${formatDate(begun)} đến ngày ${formatDate(ended)}${ahead}`
    : `Ngày ${formatDate(begun)}${ahead}`;
}

/** The minutes that a notice goes by, with what was added to them by then. */
function minutesBasis(visit: VisitRecord, minutes: readonly MinutesRecord[]): string {
  const [first, ...later] = minutes;
  const added = later.map(
    ({ version, recordedAt }) =>
      ` và ${inSentence(amendmentName(version))} ${dateInWords(dayInVietnam(recordedAt))}`,
  );
  return `Căn cứ ${minutesName(visit, first ?? null)}${added.join("")}`;
}

const outcome = (facts: NoticeFacts): Block[] => {
  const { visit, result, minutes } = facts;
  const first = minutes[0] ?? null;
  const listed = partName("findings", partsOf(facts));
  return [
    groupsTable(visit, result, first?.signed.answers ?? visit.answers, listed),
    ...resultSentences(visit.checklist, result).map(paragraph),
    ...opinionSentence(visit, first),
  ];
};

const found = ({ visit, office, rechecked }: NoticeFacts): Block[] => [
  findingsTable(
    visit.findings,
    { named: office.bases },
    `Không có điểm tồn tại ${rechecked.length > 0 ? "mới nào" : "nào"} trong lần kiểm tra này.`,
  ),
];

/** Whether the agency agreed; what it said stands in the minutes, in its own words, in the part that is named as they count it. */
function opinionSentence({ agencyName }: VisitRecord, first: MinutesRecord | null): Block[] {
  if (first === null || first.opinion === "absent") return [];
  if (first.opinion === "agrees") return [paragraph(`Đại diện ${agencyName} đồng ý với nội dung biên bản.`)];
  const { words } = first.signed;
  const place = words ? partNameIn(words.body, "opinion") : partName("opinion", composedParts);
  return [
    paragraph(
      `Đại diện ${agencyName} có ý kiến không đồng ý, ghi tại ${place === null ? "biên bản" : `${place} của biên bản`}.`,
    ),
  ];
}

const datesOf = ({ findings }: VisitRecord): PlainDate[] =>
  findings.flatMap(({ dueOn, correctedOn }) => (dueOn === null || correctedOn ? [] : [dueOn])).sort();

/** What is asked of this visit's own findings; nothing where there are none. */
function askedOfOwn({ visit, office: { issuer } }: NoticeFacts): string[] {
  if (visit.findings.length === 0) return [];
  const dates = datesOf(visit);
  const [first, last] = [dates.at(0), dates.at(-1)];
  return [
    first === undefined || last === undefined
      ? `Đề nghị ${visit.agencyName} xem xét, cải tiến các điểm nêu trên trong kỳ đánh giá nội bộ tới`
      : `Đề nghị ${visit.agencyName} khắc phục từng điểm tồn tại đúng thời hạn nêu trên${first === last ? ` (${dateInWords(last)})` : `, chậm nhất ${dateInWords(last)}`}, và gửi báo cáo kết quả kèm bằng chứng về ${issuer.name}`,
  ];
}

/** What is asked of earlier findings that are not corrected. */
function askedOfEarlier(facts: NoticeFacts): string[] {
  const { visit, rechecked, office } = facts;
  const left = stillToCorrect(rechecked);
  if (left.length === 0) return [];
  const late = left.some(({ clock }) => clock.overdueDays > 0);
  return [
    `Đề nghị ${visit.agencyName} tiếp tục thực hiện hành động khắc phục ${left.length} điểm tồn tại của những lần kiểm tra trước còn phải khắc phục, đúng thời hạn nêu tại ${partName("earlier", partsOf(facts))}${late ? ", riêng điểm đã quá hạn thì khắc phục ngay" : ""}, và gửi báo cáo kết quả kèm bằng chứng về ${office.issuer.name}`,
  ];
}

function requests(facts: NoticeFacts): Block[] {
  const { conclusion } = facts.result;
  const asked = [...askedOfOwn(facts), ...askedOfEarlier(facts)];
  const all = asked.length > 0 ? asked : ["Đề nghị cơ quan tiếp tục duy trì, cải tiến hệ thống"];
  return [
    ...(conclusion === "" ? [] : [paragraph(sentence(conclusion))]),
    ...all.map((text, index) => paragraph(index === all.length - 1 ? ended(text) : sentence(text))),
  ];
}

/** What each part says. */
const told: Readonly<Record<Part, (facts: NoticeFacts) => Block[]>> = {
  result: outcome,
  findings: found,
  earlier: ({ rechecked, office }) => recheckedBlocks(rechecked, office.issuer.name),
  requests,
};
