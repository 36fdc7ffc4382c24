import type { Attendance, MinutesSheet, VisitHours } from "@/lib/visits/minutes/types";
import { noHours } from "@/lib/visits/minutes/types";
import { questionsOf } from "@/lib/checklists/rules";
import type { MinutesWords, WordBlock, WordedVisit } from "@/lib/visits/wording/types";
import { dateOr, numbered } from "@/lib/kernel/sentences";
import { formatDate } from "@/lib/kernel/format";
import words from "@/messages/vi/audits.json";
import findingWords from "@/messages/vi/findings.json";

const heading = (text: string): WordBlock => ({ kind: "heading", text });
const paragraph = (text: string): WordBlock => ({ kind: "paragraph", text });
const item = (text: string): WordBlock => ({ kind: "item", text });

/** A field by its name, or nothing where nothing was written in it. */
const field = (name: string, text: string | null | undefined): WordBlock[] =>
  text ? [item(`${name}: ${text}`)] : [];

type Sealed = { visit: WordedVisit; sheet: MinutesSheet };

/**
 * What minutes say that were sealed without their text: each thing that was sealed, by its name and as it was written, and nothing
 * that is put into words or computed today. Questions and earlier findings are named as the device took them along.
 */
export function sealedOnly({ visit, sheet }: Sealed): MinutesWords {
  const { representative, conclusion } = sheet;
  return {
    subject: [`Những điều đã niêm của cuộc kiểm tra tại ${visit.agencyName}`],
    bases: [],
    body: [
      paragraph(
        "Biên bản này được chốt khi lời văn chưa được niêm cùng. Lời văn đã đọc và ký ở trên bản giấy; dưới đây chỉ là những điều đã được niêm dưới dấu vân, không phải lời văn ấy.",
      ),
      ...(sheet.signedOn ? [item(`Ngày ký: ${formatDate(sheet.signedOn)}`)] : []),
      ...hoursOf(sheet.hours),
      heading("NGƯỜI CÓ MẶT"),
      ...presentOf(sheet.attendance),
      heading("CÁC ĐIỂM TỒN TẠI"),
      ...findingsOf(sheet),
      heading("KHẮC PHỤC TỒN TẠI CỦA NHỮNG LẦN KIỂM TRA TRƯỚC"),
      ...rechecksOf({ visit, sheet }),
      heading("Ý KIẾN CỦA CƠ QUAN ĐƯỢC KIỂM TRA"),
      item(words.opinions[representative.opinion]),
      ...field("Người đại diện", representative.name),
      ...field("Chức vụ", representative.title),
      ...field(words.statement, representative.statement),
      heading("KẾT LUẬN, KIẾN NGHỊ"),
      paragraph(conclusion || "Không ghi."),
    ],
    annexes: annexesOf({ visit, sheet }),
  };
}

const hoursOf = ({ startedOn, startedAt, endedOn, endedAt }: VisitHours = noHours): WordBlock[] => [
  ...field(words.startedOn, startedOn && formatDate(startedOn)),
  ...field(words.startedAt, startedAt),
  ...field(words.endedOn, endedOn && formatDate(endedOn)),
  ...field(words.endedAt, endedAt),
];

const presentOf = (attendance: Attendance | undefined): WordBlock[] =>
  attendance?.map(({ name, duty, present }) =>
    item(`${name}: ${words.duties[duty]}${present ? "" : " (vắng mặt)"}`),
  ) ?? [paragraph("Người có mặt không được niêm cùng biên bản này.")];

function findingsOf({ findings }: MinutesSheet): WordBlock[] {
  if (findings.length === 0) return [paragraph("Không có điểm tồn tại nào.")];
  const rows = findings.map((finding) => [
    finding.questionCode,
    [finding.evidence, finding.reference, finding.scope, finding.statement].filter(Boolean).join("\n"),
    finding.requirement ?? "–",
    findingWords.severity[finding.severity],
    dateOr(finding.dueOn, "Không đặt hạn"),
  ]);
  const columns = ["TT", "Câu", "Tồn tại, bằng chứng và phạm vi", "Yêu cầu", "Mức độ", "Thời hạn khắc phục"];
  return [{ kind: "table", table: "findings", columns, rows: numbered(rows) }];
}

function rechecksOf({ visit: { openBefore }, sheet: { rechecks } }: Sealed): WordBlock[] {
  const rows = Object.entries(rechecks).map(([id, { outcome, note }]) => {
    const finding = openBefore.find((each) => each.id === id);
    return [
      finding?.questionCode ?? "–",
      finding?.evidence ?? "–",
      finding ? formatDate(finding.raisedOn) : "–",
      findingWords.recheck[outcome],
      note || "–",
    ];
  });
  if (rows.length === 0) return [paragraph("Không ghi.")];
  const columns = [
    ...["TT", "Câu", "Tồn tại và bằng chứng", "Ngày ghi nhận tồn tại"],
    ...["Kết quả khắc phục", "Ghi nhận tại chỗ"],
  ];
  return [{ kind: "table", table: "earlier", columns, rows: numbered(rows) }];
}

function annexesOf({ visit, sheet: { answers, photos } }: Sealed): MinutesWords["annexes"] {
  const asked = questionsOf(visit.checklist, visit.scope);
  const taken = asked.flatMap(({ code }) =>
    (photos[code] ?? []).map((sha256) => ({ questionCode: code, sha256 })),
  );
  return {
    answers: {
      ...{ kind: "table", table: "answers" },
      columns: ["Câu", "Nội dung", "Kết quả", "Ghi nhận tại chỗ", "Ảnh số"],
      rows: asked.map(({ code, text }) => {
        const { outcome, note } = answers[code] ?? { outcome: "not_checked" as const, note: "" };
        const own = taken.flatMap(({ questionCode }, index) => (questionCode === code ? [index + 1] : []));
        return [code, text, words.outcome[outcome], note, own.join(", ")];
      }),
    },
    photos: taken.map((photo, index) => ({ ...photo, text: `Ảnh ${index + 1}. Câu ${photo.questionCode}` })),
  };
}
