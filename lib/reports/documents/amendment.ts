import { minutesRecipients } from "@/lib/visits/minutes/ends/rules";
import type { MinutesRecord } from "@/lib/visits/minutes/types";
import { dayInVietnam } from "@/lib/kernel/plain-date";
import { timeInVietnam } from "@/lib/kernel/plain-time";
import { illustrativeMark, teamLetterhead } from "@/lib/reports/documents/issuer";
import type { MinutesFacts } from "@/lib/reports/documents/minutes-types";
import { heading, item, note, paragraph, type Block, type Paper } from "@/lib/reports/documents/model";
import {
  clocksOf,
  dayInName,
  minutesDays,
  minutesName,
  minutesSignatures,
  opinionBlocks,
  proofOf,
} from "@/lib/reports/documents/signing";
import { clockInWords, dateInWords, ended } from "@/lib/kernel/sentences";

export type AmendmentFacts = Pick<MinutesFacts, "visit" | "office" | "registration" | "illustrative"> & {
  /** What was signed first, and every version after it up to the one that this paper is of. */
  versions: readonly [MinutesRecord, ...MinutesRecord[]];
};

/** "Bản bổ sung thứ 1": the second version of the minutes. */
export const amendmentName = (version: number): string => `Bản bổ sung thứ ${version - 1}`;

/**
 * What was added to minutes after they were signed: a paper of its own that names what it adds to. Nothing of the minutes is said
 * again, so that nothing of them can come out changed.
 */
export function amendmentOf({ visit, versions, office, registration, illustrative }: AmendmentFacts): Paper {
  const [first] = versions;
  const newest = versions.at(-1) ?? first;
  return {
    fileName: `${amendmentName(newest.version)} của biên bản kiểm tra ${visit.agencyName} ${dayInName(visit)}`,
    letterhead: teamLetterhead(office, registration),
    title: {
      kind: "BIÊN BẢN BỔ SUNG",
      subject: [
        `${amendmentName(newest.version)} của Biên bản kiểm tra ${minutesDays(visit, first)}`,
        `tại ${visit.agencyName}`,
      ],
    },
    addressees: [],
    bases: [`Căn cứ ${minutesName(visit, first)}`],
    body: [
      paragraph(`Thời gian lập bản bổ sung: ${momentInWords(newest.recordedAt)}.`),
      heading("BIÊN BẢN ĐƯỢC BỔ SUNG"),
      ...amended(versions, newest),
      paragraph(
        "Biên bản nêu trên được giữ nguyên như đã ký, gồm thành phần tham dự, kết quả, các điểm tồn tại, ý kiến và chữ ký. Bản này chỉ bổ sung nội dung dưới đây.",
      ),
      heading("NỘI DUNG BỔ SUNG"),
      paragraph(newest.reason),
      heading("Ý KIẾN CỦA CƠ QUAN ĐƯỢC KIỂM TRA VỀ NỘI DUNG BỔ SUNG"),
      ...opinionBlocks(newest, "nội dung bổ sung"),
      paragraph(
        ended(
          "Bản bổ sung này đi kèm biên bản nêu trên, được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản",
        ),
      ),
    ],
    signatures: minutesSignatures(visit.team, undefined, newest),
    recipients: minutesRecipients(visit.agencyName, office.issuer.name),
    closing: proofOf(newest),
    annexes: [],
    marks: illustrative ? [illustrativeMark] : [],
  };
}

/** "15 giờ 00 phút, ngày 12 tháng 10 năm 2017". */
const momentInWords = (at: Date): string =>
  `${clockInWords(timeInVietnam(at))}, ${dateInWords(dayInVietnam(at))}`;

/** Each paper before this one, by its receipt, both its clocks and its fingerprint. */
const amended = (versions: readonly MinutesRecord[], newest: MinutesRecord): Block[] =>
  versions
    .filter(({ version }) => version < newest.version)
    .flatMap((each) => [
      item(
        `${each.version === 1 ? "Biên bản kiểm tra" : amendmentName(each.version)}, biên nhận số ${each.receiptNo}. ${clocksOf(each)} Dấu vân SHA-256:`,
      ),
      note(each.fingerprint),
    ]);
