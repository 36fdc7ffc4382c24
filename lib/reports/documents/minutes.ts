import type { AdoptionRecord } from "@/lib/adoption/types";
import type { Holder } from "@/lib/appointments/types";
import { questionsOf } from "@/lib/audits/rules";
import { noHours, type MinutesRecord, type Opinion, type VisitHours } from "@/lib/audits/minutes/types";
import type { ProgrammeFacts } from "@/lib/audits/plan/types";
import type { IssuedResult, VisitRecord } from "@/lib/audits/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { carriedOut, lawBases, programmeBasis } from "@/lib/reports/documents/bases";
import { findingsTable } from "@/lib/reports/documents/findings";
import { generalFacts } from "@/lib/reports/documents/general-facts";
import {
  dateInWords,
  draftMark,
  illustrativeMark,
  teamLetterhead,
  type Office,
} from "@/lib/reports/documents/issuer";
import type { Registration } from "@/lib/reports/types";
import {
  heading,
  item,
  paragraph,
  subheading,
  table,
  writingLines,
  type Block,
  type Paper,
} from "@/lib/reports/documents/model";
import { groupScoresTable, resultSentences, strengths } from "@/lib/reports/documents/result";
import { ended, inSentence, numbered, sentence } from "@/lib/reports/documents/words";
import words from "@/messages/vi/audits.json";
import findingWords from "@/messages/vi/findings.json";

export type MinutesFacts = {
  visit: VisitRecord;
  holders: readonly Holder[];
  adoption: AdoptionRecord;
  programme: ProgrammeFacts | null;
  /** The version that stands; null while nobody has read them out, so that there is room to write. */
  minutes: MinutesRecord | null;
  office: Office;
  registration: Registration;
  illustrative: boolean;
};

/** Biên bản kiểm tra (form 1.9). Until the visit is final it is a draft without scores, and says so. */
export function minutesOf(facts: MinutesFacts): Paper {
  const { visit, programme, office, registration, illustrative } = facts;
  const draft = visit.result === null;
  return {
    fileName: `Biên bản kiểm tra ${visit.agencyName} ${formatDate(visit.plannedOn).replaceAll("/", "-")}${draft ? " (dự thảo)" : ""}`,
    letterhead: teamLetterhead(office, registration),
    title: {
      kind: draft ? "DỰ THẢO BIÊN BẢN" : "BIÊN BẢN",
      subject: [
        "Kiểm tra việc xây dựng, áp dụng, duy trì và cải tiến",
        `hệ thống quản lý chất lượng tại ${visit.agencyName}`,
      ],
    },
    addressees: [],
    bases: [...lawBases(office), ...(programme ? [programmeBasis(programme)] : [])],
    body: [
      ...amendment(facts.minutes),
      ...opening(visit, hoursOf(facts.minutes)),
      ...presence(facts),
      heading("II. THÔNG TIN CHUNG"),
      ...generalFacts(facts.adoption),
      ...(visit.result ? results(visit, visit.result, office) : answersSoFar(visit)),
      ...(visit.result ? [] : earlier(visit)),
      heading("V. Ý KIẾN CỦA CƠ QUAN ĐƯỢC KIỂM TRA"),
      ...opinionOf(facts.minutes),
      ...conclusion(facts),
    ],
    signatures: signaturesOf(facts),
    recipients: [visit.agencyName, office.issuer.name, "Lưu: VT, hồ sơ kiểm tra"],
    annexes: [],
    marks: [...(draft ? [draftMark] : []), ...(illustrative ? [illustrativeMark] : [])],
  };
}

const room = "\u00a0".repeat(8);

/** "08 giờ 30 phút", or room to write it. */
function clock(time: PlainTime | null): string {
  const [hours, minutes] = time?.split(":") ?? [room, room];
  return `${hours} giờ ${minutes} phút`;
}

const hoursOf = (minutes: MinutesRecord | null): VisitHours => minutes?.hours ?? noHours;

const opening = ({ agencyName, plannedOn, mode }: VisitRecord, { startedAt }: VisitHours): Block[] => [
  paragraph(`Thời gian bắt đầu: ${clock(startedAt)}, ${dateInWords(plannedOn)}.`),
  paragraph(
    mode === "on_site"
      ? `Địa điểm: trụ sở ${agencyName}.`
      : `Hình thức: kiểm tra qua hồ sơ, báo cáo của ${agencyName}.`,
  ),
];

/** A later version names the one it takes the place of, and why. */
const amendment = (minutes: MinutesRecord | null): Block[] =>
  minutes === null || minutes.amends === null
    ? []
    : [
        paragraph(
          sentence(
            `Biên bản này là bản thứ ${minutes.version}, thay bản thứ ${minutes.amends}. Lý do: ${minutes.reason}`,
          ),
        ),
      ];

const representativeOf = (minutes: MinutesRecord | null): { name: string; title: string } | null =>
  minutes && minutes.opinion !== "absent"
    ? { name: minutes.representativeName, title: minutes.representativeTitle }
    : null;

function presence({ visit, holders, minutes }: MinutesFacts): Block[] {
  const representative = representativeOf(minutes);
  const present = representative
    ? [representative]
    : holders.filter(({ post }) => post === "head" || post === "iso_officer");
  return [
    heading("I. THÀNH PHẦN THAM DỰ"),
    subheading("1. Đoàn kiểm tra"),
    ...visit.team.map(({ name, duty }) => item(`${name}, ${inSentence(words.duties[duty])}`)),
    subheading("2. Đại diện cơ quan được kiểm tra"),
    ...(present.length === 0
      ? [writingLines(2)]
      : present.map(({ name, title }) => item(`${name}${title === "" ? "" : `, ${inSentence(title)}`}`))),
  ];
}

const results = (visit: VisitRecord, result: IssuedResult, office: Office): Block[] => [
  heading("III. NỘI DUNG VÀ KẾT QUẢ KIỂM TRA"),
  paragraph(
    `Đoàn kiểm tra việc thực hiện ${carriedOut(office)} và sự phù hợp với ${visit.designation} theo các nhóm nội dung sau:`,
  ),
  groupScoresTable(visit, result),
  ...resultSentences(visit, result),
  paragraph(strengths(visit, result)),
  ...rechecked(visit),
  heading("IV. CÁC ĐIỂM TỒN TẠI"),
  findingsTable(visit.findings, "Không có điểm tồn tại nào trong lần kiểm tra này."),
];

/** What was seen of earlier findings on this visit: it stands as it was recorded, whatever becomes of them later. */
function rechecked({ openBefore, rechecks }: Pick<VisitRecord, "openBefore" | "rechecks">): Block[] {
  const looked = openBefore.filter(({ id }) => rechecks[id]);
  if (looked.length === 0) return [];
  return [
    paragraph("Kết quả khắc phục các điểm tồn tại của những lần kiểm tra trước:"),
    table(
      [
        { title: "TT", share: 9, align: "center" },
        { title: "Tồn tại và bằng chứng", share: 62 },
        { title: "Ghi nhận ngày", share: 24, align: "center" },
        { title: "Kết quả khắc phục", share: 26 },
        { title: "Ghi nhận tại chỗ", share: 44 },
      ],
      numbered(
        looked.map(({ id, evidence, raisedOn }) => {
          const { outcome, note } = rechecks[id] ?? { outcome: "not_corrected" as const, note: "" };
          return [evidence, formatDate(raisedOn), findingWords.recheck[outcome], note || "–"];
        }),
      ),
      "Không có.",
    ),
  ];
}

/** Only while it is a draft: what is closed later must not change a paper that is final. */
const earlier = ({ openBefore, rechecks }: Pick<VisitRecord, "openBefore" | "rechecks">): Block[] =>
  openBefore.length === 0
    ? []
    : [
        paragraph("Các điểm tồn tại của những lần kiểm tra trước chưa đóng:"),
        findingsTable(openBefore, "Không có."),
        ...rechecked({ openBefore, rechecks }),
      ];

/** A draft shows what has been answered, and no score: a score exists once it is issued. */
function answersSoFar(visit: VisitRecord): Block[] {
  const asked = questionsOf(visit.checklist, visit.scope);
  const outcomeOf = (code: string) => visit.answers[code]?.outcome ?? "not_checked";
  const wanting = asked.filter(({ code }) => ["partly", "not_conforming"].includes(outcomeOf(code)));
  return [
    heading("III. NỘI DUNG VÀ KẾT QUẢ KIỂM TRA"),
    paragraph(
      `Đã kiểm tra ${asked.filter(({ code }) => outcomeOf(code) !== "not_checked").length} trên ${asked.length} câu. Điểm và xếp loại có khi biên bản được chốt.`,
    ),
    heading("IV. CÁC ĐIỂM TỒN TẠI"),
    table(
      [
        { title: "Câu", share: 14, align: "center" },
        { title: "Nội dung", share: 66 },
        { title: "Đánh giá", share: 25 },
        { title: "Ghi nhận tại chỗ", share: 60 },
      ],
      wanting.map(({ code, text }) => [
        code,
        text,
        words.outcome[outcomeOf(code)],
        visit.answers[code]?.note || "Chưa ghi",
      ]),
      "Đến nay chưa ghi nhận điểm tồn tại nào.",
    ),
  ];
}

function opinionOf(minutes: MinutesRecord | null): Block[] {
  if (minutes === null) return [writingLines(4)];
  const { opinion, representativeName: name, statement } = minutes;
  const opened = {
    agrees: `${name} đồng ý với nội dung biên bản.`,
    dissents: `${name} không đồng ý với nội dung biên bản và nêu ý kiến như sau:`,
    absent: "Không có đại diện cơ quan được kiểm tra nêu ý kiến khi chốt biên bản.",
  } satisfies Record<Opinion, string>;
  return [paragraph(opened[opinion]), ...(statement.trim() === "" ? [] : [paragraph(sentence(statement))])];
}

function conclusion({ visit: { result, findings }, office: { issuer }, minutes }: MinutesFacts): Block[] {
  const due = findings.some(({ dueOn }) => dueOn !== null);
  return [
    heading("VI. KẾT LUẬN, KIẾN NGHỊ"),
    ...(result
      ? result.conclusion === ""
        ? []
        : [paragraph(sentence(result.conclusion))]
      : [writingLines(3)]),
    ...(due
      ? [
          paragraph(
            `Đề nghị cơ quan khắc phục từng điểm tồn tại đúng thời hạn nêu tại mục IV và gửi báo cáo kết quả kèm bằng chứng về ${issuer.name}.`,
          ),
        ]
      : []),
    paragraph(
      ended(
        `Biên bản kết thúc vào ${clock(hoursOf(minutes).endedAt)} cùng ngày, đã được đọc lại cho những người có mặt cùng nghe, lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản`,
      ),
    ),
  ];
}

function signaturesOf({ visit, minutes }: MinutesFacts): Paper["signatures"] {
  const named = (duty: "leader" | "secretary"): string | null =>
    visit.team.find((member) => member.duty === duty)?.name ?? null;
  return [
    {
      title: ["ĐẠI DIỆN CƠ QUAN", "ĐƯỢC KIỂM TRA"],
      name: representativeOf(minutes)?.name ?? null,
      ...(minutes?.signature.kind === "drawn" ? { drawn: minutes.signature.path } : {}),
    },
    { title: ["THƯ KÝ"], name: named("secretary") },
    { title: ["TRƯỞNG ĐOÀN"], name: named("leader") },
  ];
}
