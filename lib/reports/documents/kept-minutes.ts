import { teamSignerName, teamTitle, thereAndAway } from "@/lib/audits/minutes/rules";
import type { MinutesSheet, SignerPart } from "@/lib/audits/minutes/types";
import { sealedOnly } from "@/lib/audits/wording/unworded/rules";
import { formatInstant } from "@/lib/kernel/format";
import { illustrativeMark, teamLetterhead } from "@/lib/reports/documents/issuer";
import type { MinutesFacts } from "@/lib/reports/documents/minutes";
import { note, type Paper, type Signature } from "@/lib/reports/documents/model";
import { dayInName, drawnOf } from "@/lib/reports/documents/signing";
import { drawnWords } from "@/lib/reports/documents/words";

export type KeptMinutesFacts = Pick<
  MinutesFacts,
  "visit" | "photos" | "office" | "registration" | "illustrative"
> & {
  sheet: MinutesSheet;
  fingerprint: string;
  receiptNo: string;
  receivedAt: Date;
};

const notMinutes = "Bản gửi sau, không phải biên bản";

/** Minutes that a second device sealed, word for word, and marked on every page as what they are: not those that stand. */
export function keptMinutesOf(facts: KeptMinutesFacts): Paper {
  const { visit, sheet, photos, office, registration, illustrative } = facts;
  const words = sheet.words ?? sealedOnly({ visit, sheet });
  const said = drawnWords(words, photos, `Kèm theo bản gửi sau tại ${visit.agencyName}`, facts.fingerprint);
  return {
    fileName: `${notMinutes} ${visit.agencyName} ${dayInName(visit)}`,
    letterhead: teamLetterhead(office, registration),
    title: { kind: notMinutes.toLocaleUpperCase("vi"), subject: said.subject },
    addressees: [],
    bases: said.bases,
    body: said.body,
    signatures: signaturesOf(facts),
    recipients: [],
    closing: [
      note(
        `Cuộc kiểm tra này đã có biên bản khác được nhận trước. Bản này chỉ được giữ nguyên văn.\nDấu vân (SHA-256):\n${facts.fingerprint}\nBiên nhận số ${facts.receiptNo}, hệ thống nhận: ${formatInstant(facts.receivedAt)}.`,
      ),
    ],
    annexes: said.annexes,
    marks: [notMinutes, ...(illustrative ? [illustrativeMark] : [])],
  };
}

/** Who signed it: the agency, the secretary, the team, as they did. */
function signaturesOf({ visit, sheet }: KeptMinutesFacts): Signature[] {
  const { representative, signatories = [], attendance } = sheet;
  const { there } = thereAndAway(visit.team, attendance);
  const signedIn = (part: SignerPart) => signatories.find((each) => each.part === part);
  const signer = (part: "secretary" | "leader", title: string[], known: string | null): Signature => {
    const signed = signedIn(part);
    return { title, name: signed?.name ?? known, ...(signed && drawnOf(signed.signature)) };
  };
  const second = signedIn("second");
  return [
    {
      title: ["ĐẠI DIỆN CƠ QUAN", "ĐƯỢC KIỂM TRA"],
      name: representative.opinion === "absent" ? null : representative.name,
      ...drawnOf(representative.signature),
      ...(second && { second: { name: second.name, ...drawnOf(second.signature) } }),
    },
    signer("secretary", ["THƯ KÝ"], there.find(({ duty }) => duty === "secretary")?.name ?? null),
    signer("leader", teamTitle(there), teamSignerName(there)),
  ];
}
