import type { KeptItem, MinutesBeside } from "@/lib/fieldwork/kept/types";
import { minutesSigners } from "@/lib/visits/minutes/ends/rules";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import { sealedOnly } from "@/lib/visits/wording/unworded/rules";
import { illustrativeMark, teamLetterhead } from "@/lib/reports/documents/issuer";
import type { MinutesFacts } from "@/lib/reports/documents/minutes-types";
import { note, type Paper } from "@/lib/reports/documents/model";
import { dayInName, deviceClocks, signatureOf } from "@/lib/reports/documents/signing";
import { drawnWords } from "@/lib/reports/documents/words";

export type KeptMinutesFacts = Pick<
  MinutesFacts,
  "visit" | "photos" | "office" | "registration" | "illustrative"
> & {
  sheet: MinutesSheet;
  fingerprint: string;
  receiptNo: string;
  /** When its device says that it was signed; null where it does not. */
  recordedAt: Date | null;
  clockFast: number | null;
  receivedAt: Date;
  why: Extract<KeptItem["why"], "late" | "away">;
  /** Why the site would not have it, as its device was told; empty where it came late. */
  problem: string;
  /** Has the visit minutes? */
  beside: MinutesBeside;
};

const names = {
  late: "Bản gửi sau, không phải biên bản",
  away: "Bản không được nhận, không phải biên bản",
} as const;

const earlier = "Cuộc kiểm tra này đã có biên bản khác được nhận trước.";

/** Why this is not the minutes, and whether there are any. */
function reasonOf({ why, problem, beside }: KeptMinutesFacts): string {
  if (why === "late") return earlier;
  const minutes = {
    none: "Cuộc kiểm tra này chưa có biên bản nào được nhận.",
    earlier,
    later: "Biên bản của cuộc kiểm tra này được nhận sau bản này.",
  }[beside];
  return `Hệ thống không nhận bản này làm biên bản${problem && `: ${problem}`}\n${minutes}`;
}

/** Minutes that are kept word for word, and marked on every page as what they are: not those that stand. */
export function keptMinutesOf(facts: KeptMinutesFacts): Paper {
  const { visit, sheet, photos, office, registration, illustrative } = facts;
  const notMinutes = names[facts.why];
  const words = sheet.words ?? sealedOnly({ visit, sheet });
  const said = drawnWords(
    words,
    photos,
    `Kèm theo bản ${facts.why === "away" ? "không được nhận" : "gửi sau"} tại ${visit.agencyName}`,
    facts.fingerprint,
  );
  return {
    fileName: `${notMinutes} ${visit.agencyName} ${dayInName(visit)}`,
    letterhead: teamLetterhead(office, registration),
    title: { kind: notMinutes.toLocaleUpperCase("vi"), subject: said.subject },
    addressees: [],
    bases: said.bases,
    body: said.body,
    signatures: minutesSigners(visit.team, sheet.attendance, {
      ...sheet,
      signatories: sheet.signatories ?? [],
    }).map(signatureOf),
    recipients: [],
    closing: [
      note(
        `${reasonOf(facts)} Bản này chỉ được giữ nguyên văn.\nDấu vân (SHA-256):\n${facts.fingerprint}\nBiên nhận số ${facts.receiptNo}. ${deviceClocks(facts)}`,
      ),
    ],
    annexes: said.annexes,
    marks: [notMinutes, ...(illustrative ? [illustrativeMark] : [])],
  };
}
