import { dots } from "@/lib/agencies/lead/rules";
import { dayOf, questionsOf } from "@/lib/checklists/rules";
import { formatDate } from "@/lib/kernel/format";
import { clockInWords, dateInWords, ended, inSentence, numbered, sentence } from "@/lib/kernel/sentences";
import { carriedOut } from "@/lib/legal/rules";
import { findingsTable } from "@/lib/reports/documents/findings";
import { groupsTable } from "@/lib/reports/documents/groups";
import type { MinutesFacts } from "@/lib/reports/documents/minutes-types";
import {
  heading,
  item,
  paragraph,
  subheading,
  table,
  writingLines,
  type Block,
} from "@/lib/reports/documents/model";
import { captioned, photoAnnex, photoNumbers } from "@/lib/reports/documents/photographs";
import { minutesDay, opinionBlocks, representativeOf, signerIn } from "@/lib/reports/documents/signing";
import type { DrawnWords } from "@/lib/reports/documents/words";
import { thereAndAway } from "@/lib/visits/minutes/rules";
import { noHours, type Member, type MinutesRecord, type VisitHours } from "@/lib/visits/minutes/types";
import type { IssuedResult, VisitRecord } from "@/lib/visits/types";
import { generalFacts, visitBases } from "@/lib/visits/wording/frame/rules";
import { composedParts, partName, partTitles } from "@/lib/visits/wording/parts/rules";
import { resultSentences } from "@/lib/visits/wording/results/rules";
import words from "@/messages/vi/audits.json";
import findingWords from "@/messages/vi/findings.json";

/** The part in which findings stand in full. */
const findingsPart = partName("findings", composedParts);

/** The words of a draft, and of minutes that were signed before their text was sealed with them. */
export function composed(facts: MinutesFacts, attachedTo: string): DrawnWords {
  const { visit, minutes, photos } = facts;
  return {
    subject: [
      "Kiểm tra việc xây dựng, áp dụng, duy trì và cải tiến",
      `hệ thống quản lý chất lượng tại ${visit.agencyName}`,
    ],
    bases: visitBases({ ...facts, mode: visit.mode }),
    body: [
      ...opening(facts),
      ...presence(facts),
      heading(partTitles.general),
      ...generalFacts(facts.adoption, visit.agencyName).map(item),
      ...(visit.result ? results(facts, visit.result) : answersSoFar(visit)),
      ...(visit.result ? [] : earlier(facts)),
      heading(partTitles.opinion),
      ...(minutes === null ? [writingLines(4)] : opinionBlocks(minutes, "nội dung biên bản")),
      ...conclusion(facts),
    ],
    annexes: photoAnnex(captioned(photos), attachedTo, minutes?.fingerprint ?? null),
  };
}

const hoursOf = (minutes: MinutesRecord | null): VisitHours => minutes?.hours ?? noHours;

const opening = (facts: MinutesFacts): Block[] => {
  const { agencyName, mode } = facts.visit;
  return [
    paragraph(
      `Thời gian bắt đầu: ${clockInWords(hoursOf(facts.minutes).startedAt)}, ${dateInWords(dayOf(facts.visit))}.`,
    ),
    paragraph(
      mode === "on_site"
        ? `Địa điểm: trụ sở ${agencyName}.`
        : `Hình thức: kiểm tra qua hồ sơ, báo cáo của ${agencyName}.`,
    ),
  ];
};

function presence({ visit, holders, positions, minutes }: MinutesFacts): Block[] {
  const second = signerIn(minutes, "second");
  const spoke = [representativeOf(minutes), second].flatMap((each) => (each ? [each] : []));
  const present =
    spoke.length > 0 ? spoke : holders.filter(({ post }) => post === "head" || post === "iso_officer");
  const { there, away } = thereAndAway(visit.team, minutes?.signed.attendance);
  const named = ({ personId, name, duty }: Member): string => {
    const { title, organisation } = positions[personId] ?? { title: dots, organisation: dots };
    return `${name}, ${title}, ${organisation}: ${inSentence(words.duties[duty])}`;
  };
  return [
    heading(partTitles.attendance),
    subheading("Đoàn kiểm tra"),
    ...there.map((member) => item(`${named(member)}.`)),
    ...away.map((member) => item(`${named(member)} (vắng mặt).`)),
    subheading("Đại diện cơ quan được kiểm tra"),
    ...(present.length === 0
      ? [writingLines(2)]
      : present.map(({ name, title }) =>
          item(`${name}, ${title === "" ? dots : title}, ${visit.agencyName}.`),
        )),
  ];
}

/** What was found where: the photographs of a question by their numbers, the documents named above in short. */
const beside = ({ photos, office }: MinutesFacts) => ({
  named: office.bases,
  photos: photoNumbers(photos),
});

const results = (facts: MinutesFacts, result: IssuedResult): Block[] => {
  const { visit, office, minutes } = facts;
  return [
    heading(partTitles.results),
    paragraph(
      `Đoàn kiểm tra việc thực hiện ${carriedOut(office)} và sự phù hợp với ${visit.designation} theo các nhóm nội dung sau:`,
    ),
    groupsTable(visit, result, minutes?.signed.answers ?? visit.answers, findingsPart),
    ...resultSentences(visit.checklist, result).map(paragraph),
    ...rechecked(visit),
    heading(partTitles.findings),
    findingsTable(visit.findings, beside(facts), "Không có điểm tồn tại nào trong lần kiểm tra này."),
  ];
};

/** What was seen of earlier findings on this visit: it stands as it was recorded, whatever becomes of them later. */
function rechecked({ openBefore, rechecks }: Pick<VisitRecord, "openBefore" | "rechecks">): Block[] {
  const looked = openBefore.filter(({ id }) => rechecks[id]);
  if (looked.length === 0) return [];
  return [
    paragraph("Kết quả khắc phục các điểm tồn tại của những lần kiểm tra trước:"),
    table(
      [
        { title: "TT", share: 8, align: "center" },
        { title: "Câu", share: 14, align: "center" },
        { title: "Tồn tại và bằng chứng", share: 49 },
        { title: "Ghi nhận ngày", share: 24, align: "center" },
        { title: "Kết quả khắc phục", share: 26 },
        { title: "Ghi nhận tại chỗ", share: 44 },
      ],
      numbered(
        looked.map(({ id, questionCode, evidence, raisedOn }) => {
          const { outcome, note } = rechecks[id] ?? { outcome: "not_corrected" as const, note: "" };
          return [questionCode, evidence, formatDate(raisedOn), findingWords.recheck[outcome], note || "–"];
        }),
      ),
      "Không có.",
    ),
  ];
}

/** Only while it is a draft: what is closed later must not change a paper that is final. */
const earlier = ({ visit: { openBefore, rechecks }, office }: MinutesFacts): Block[] =>
  openBefore.length === 0
    ? []
    : [
        paragraph("Các điểm tồn tại của những lần kiểm tra trước chưa đóng:"),
        findingsTable(openBefore, { named: office.bases }, "Không có."),
        ...rechecked({ openBefore, rechecks }),
      ];

/** A draft shows what has been answered, and no score: a score exists once it is issued. */
function answersSoFar(visit: VisitRecord): Block[] {
  const asked = questionsOf(visit.checklist, visit.scope);
  const outcomeOf = (code: string) => visit.answers[code]?.outcome ?? "not_checked";
  const wanting = asked.filter(({ code }) => ["partly", "not_conforming"].includes(outcomeOf(code)));
  return [
    heading(partTitles.results),
    paragraph(
      `Đã kiểm tra ${asked.filter(({ code }) => outcomeOf(code) !== "not_checked").length} trên ${asked.length} câu. Điểm và xếp loại có khi biên bản được chốt.`,
    ),
    heading(partTitles.findings),
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

function conclusion(facts: MinutesFacts): Block[] {
  const {
    visit: { result, findings },
    office: { issuer },
  } = facts;
  const due = findings.some(({ dueOn }) => dueOn !== null);
  return [
    heading(partTitles.conclusion),
    ...(result
      ? result.conclusion === ""
        ? []
        : [paragraph(sentence(result.conclusion))]
      : [writingLines(3)]),
    ...(due
      ? [
          paragraph(
            `Đề nghị cơ quan khắc phục từng điểm tồn tại đúng thời hạn nêu tại ${findingsPart} và gửi báo cáo kết quả kèm bằng chứng về ${issuer.name}, không quá 02 tháng kể từ ngày ký biên bản.`,
          ),
        ]
      : []),
    paragraph(
      ended(
        `Biên bản kết thúc vào ${clockInWords(hoursOf(facts.minutes).endedAt)} ${lastDay(facts)}, đã được đọc lại cho những người có mặt cùng nghe, lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản`,
      ),
    ),
  ];
}

const lastDay = (facts: MinutesFacts): string => {
  const day = minutesDay(facts.visit, facts.minutes);
  return day === dayOf(facts.visit) ? "cùng ngày" : dateInWords(day);
};
