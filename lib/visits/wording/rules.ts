import type { MinutesSheet } from "@/lib/visits/minutes/types";
import { noHours } from "@/lib/visits/minutes/types";
import { questionsLeft, questionsOf, scoreVisit } from "@/lib/checklists/rules";
import { attendance } from "@/lib/visits/wording/attendance/rules";
import { opinionSaid } from "@/lib/visits/wording/opinion/rules";
import { annexName, minutesParts, partTitles, type MinutesPart } from "@/lib/visits/wording/parts/rules";
import { groupColumns, groupRows, resultSentences, scaleSentences } from "@/lib/visits/wording/results/rules";
import type { Frame, MinutesWords, Worded, WordBlock, WordTable } from "@/lib/visits/wording/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { clockInWords, dateInWords, ended, sentence } from "@/lib/kernel/sentences";
import { heading, item, paragraph } from "@/lib/visits/wording/blocks/rules";
import { findings, findingsPart } from "@/lib/visits/wording/findings/rules";
import { photoNumbers, photosOf } from "@/lib/visits/wording/photos/rules";
import { rechecks } from "@/lib/visits/wording/rechecks/rules";
import type { Said, Telling } from "@/lib/visits/wording/telling/types";
import words from "@/messages/vi/audits.json";

/** Of a pack that an older site made: what it did not bring is not said. */
const noFrame: Frame = {
  bases: [],
  named: [],
  carriesOut: "quy định về áp dụng hệ thống quản lý chất lượng",
  general: [],
  reportsTo: "Đoàn kiểm tra",
  laws: {},
  posts: {},
};

/** The text of a visit's minutes, from what was recorded, in the one order and the one wording in which all show it. */
function wordsOf({ frame = noFrame, ...said }: Said): MinutesWords {
  const { visit, sheet, captions } = said;
  const checklist = frame.checklist ?? visit.checklist;
  const photos = photosOf(visit, sheet.photos, captions);
  const telling = { ...said, frame, checklist, photos };
  return {
    subject: [
      "Kiểm tra việc xây dựng, áp dụng, duy trì và cải tiến",
      `hệ thống quản lý chất lượng tại ${visit.agencyName}`,
    ],
    bases: frame.bases,
    body: [
      ...opening(telling),
      ...minutesParts.flatMap((part) => [heading(partTitles[part]), ...told[part](telling)]),
    ],
    annexes: { answers: answersTable(telling), photos },
  };
}

const general = ({ visit, frame }: Telling): WordBlock[] => [
  ...(frame.general.length === 0 ? [paragraph(`Tiêu chuẩn áp dụng: ${visit.designation}.`)] : []),
  ...frame.general.map(item),
];

/** What each part says. */
const told: Readonly<Record<MinutesPart, (telling: Telling) => WordBlock[]>> = {
  attendance,
  general,
  results,
  findings,
  earlier: rechecks,
  opinion,
  conclusion,
};

/** What each photograph that the site has shows, by its hash. */
const captionsOf = ({ photos }: Worded["visit"]): Record<string, string> =>
  Object.fromEntries(
    Object.values(photos)
      .flat()
      .map(({ sha256, caption }) => [sha256, caption]),
  );

/** Minutes with their text, as they are sealed. */
export const sealedWith = (
  { visit, frame }: Worded,
  sheet: MinutesSheet,
  captions: Said["captions"] = {},
): MinutesSheet & { words: MinutesWords } => ({
  ...sheet,
  words: wordsOf({ visit, frame, sheet, captions: { ...captionsOf(visit), ...captions }, isOpen: false }),
});

/** The text as it stands before the agency has said what it thinks of it: what is read. */
export const readWords = (
  { visit, frame }: Worded,
  sheet: MinutesSheet,
  captions: Said["captions"] = {},
): MinutesWords =>
  wordsOf({ visit, frame, sheet, captions: { ...captionsOf(visit), ...captions }, isOpen: true });

/** The day on which the work began: that of signing or the one planned only where nobody has said it. */
const firstDay = ({
  visit,
  sheet: { hours = noHours, signedOn },
}: Pick<Telling, "visit" | "sheet">): PlainDate => hours.startedOn ?? signedOn ?? visit.plannedOn;

const opening = ({ visit, sheet }: Telling): WordBlock[] => [
  paragraph(
    `Thời gian bắt đầu: ${clockInWords((sheet.hours ?? noHours).startedAt)}, ${dateInWords(firstDay({ visit, sheet }))}.`,
  ),
  paragraph(
    visit.mode === "on_site"
      ? `Địa điểm: trụ sở ${visit.agencyName}.`
      : `Hình thức: kiểm tra qua hồ sơ, báo cáo của ${visit.agencyName}.`,
  ),
];

/** When the work ended, and when it was signed where that is another day. */
function ending({ visit, sheet }: Telling): string {
  const { hours = noHours, signedOn } = sheet;
  const first = firstDay({ visit, sheet });
  const last = hours.endedOn ?? first;
  const end = `${clockInWords(hours.endedAt)} ${last === first ? "cùng ngày" : dateInWords(last)}`;
  const signed = signedOn === undefined || signedOn === last ? "" : ` và ký ${dateInWords(signedOn)}`;
  return `Biên bản kết thúc vào ${end}, đã được đọc lại cho những người có mặt cùng nghe${signed}, lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản`;
}

function results({ visit, sheet, frame, checklist }: Telling): WordBlock[] {
  const { scope } = visit;
  const { answers } = sheet;
  const score = scoreVisit(checklist, scope, answers);
  const gradeTitle = checklist.grades.find(({ code }) => code === score.gradeCode)?.title ?? null;
  const left = questionsLeft(checklist, scope, answers).length;
  const graded = {
    ...{ checklist, scope, answers },
    ...{ groupScores: score.groupScores, findings: sheet.findings },
  };
  return [
    paragraph(
      `Đoàn kiểm tra việc thực hiện ${frame.carriesOut} và sự phù hợp với ${visit.designation} theo các nhóm nội dung sau:`,
    ),
    { kind: "table", table: "groups", columns: groupColumns, rows: groupRows(graded, findingsPart) },
    ...(left > 0 ? [paragraph(`Còn ${left} câu chưa kiểm tra: điểm và xếp loại mới là tạm tính.`)] : []),
    ...scaleSentences(score.groupScores).map(paragraph),
    ...resultSentences(checklist, { ...score, gradeTitle }).map(paragraph),
  ];
}

/** What the agency says of the minutes, or room where it will stand. */
export function opinion({ sheet, isOpen }: Pick<Said, "sheet" | "isOpen">): WordBlock[] {
  return isOpen
    ? [{ kind: "room", lines: 4 }]
    : opinionSaid(sheet.representative, "nội dung biên bản").map(paragraph);
}

function conclusion(telling: Telling): WordBlock[] {
  const { sheet, frame, photos } = telling;
  const due = sheet.findings.some(({ dueOn }) => dueOn !== null);
  const annexes =
    photos.length === 0
      ? `${annexName(0, 1)} (kết quả từng câu)`
      : `${annexName(0, 2)} (kết quả từng câu) và ${annexName(1, 2)} (${photos.length} ảnh)`;
  return [
    ...(sheet.conclusion === "" ? [] : [paragraph(sentence(sheet.conclusion))]),
    ...(due
      ? [
          paragraph(
            `Đề nghị cơ quan khắc phục từng điểm tồn tại đúng thời hạn nêu tại ${findingsPart} và gửi báo cáo kết quả kèm bằng chứng về ${frame.reportsTo}, không quá 02 tháng kể từ ngày ký biên bản.`,
          ),
        ]
      : []),
    paragraph(`Kèm theo biên bản: ${annexes}.`),
    paragraph(ended(ending(telling))),
  ];
}

function answersTable(telling: Telling): WordTable {
  const { checklist, visit, sheet } = telling;
  const rows = questionsOf(checklist, visit.scope).map(({ code, text }) => {
    const { outcome, note } = sheet.answers[code] ?? { outcome: "not_checked" as const, note: "" };
    return [code, text, words.outcome[outcome], note, photoNumbers(telling, code)];
  });
  return {
    kind: "table",
    table: "answers",
    columns: ["Câu", "Nội dung", "Kết quả", "Ghi nhận tại chỗ", "Ảnh số"],
    rows,
  };
}
