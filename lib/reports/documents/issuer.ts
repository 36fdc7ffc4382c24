import type { LeadAgency } from "@/lib/agencies/lead/types";
import { minutesHead } from "@/lib/visits/minutes/ends/rules";
import { dateOrRoom, room } from "@/lib/kernel/sentences";
import type { Basis } from "@/lib/legal/types";
import type { Letterhead, Signature } from "@/lib/reports/documents/model";
import { titleLines } from "@/lib/reports/signatories/rules";
import type { Signatory } from "@/lib/reports/signatories/types";
import type { Registration } from "@/lib/reports/types";

/**
 * Who issues a paper, what it cites and who signs it, all as of the day it speaks for. Reports issued before it was recorded who
 * signs say none.
 */
export type Office = { issuer: LeadAgency; bases: readonly Basis[]; signatory?: Signatory | null };

/** Names in letterheads and above signatures stand in capitals. */
const capitals = (name: string): string => name.toLocaleUpperCase("vi");

const padded = (n: number): string => String(n).padStart(2, "0");

/** "Số: 05/BC-STN": numbers below ten get a nought. Blank until the records office has given one. */
const numberLine = (number: number | null, symbol: string): string =>
  `Số: ${number === null ? room : padded(number)}/${symbol}`;

/** The head of a paper of the lead agency. */
export const agencyLetterhead = (
  { issuer }: Office,
  kind: string,
  { number, date }: Registration,
): Letterhead => ({
  parent: capitals(issuer.parentName),
  agency: capitals(issuer.name),
  number: numberLine(number, `${kind}-${issuer.abbreviation}`),
  placeAndDate: `${issuer.place}, ${dateOrRoom(date)}`,
});

/** The head of a team's minutes: its own series of numbers, and no line of place and date. */
export const teamLetterhead = ({ issuer }: Office, { number }: Registration): Letterhead => ({
  ...minutesHead(issuer.name, number),
  placeAndDate: null,
});

/** What an annex belongs to: "Kèm theo Báo cáo số 05/BC-STN ngày 05 tháng 01 năm 2018 của …". */
export function attachedTo(
  { issuer }: Office,
  kind: string,
  abbreviation: string,
  { number, date }: Registration,
): string {
  const numbered = numberLine(number, `${abbreviation}-${issuer.abbreviation}`).replace("Số: ", "số ");
  return `Kèm theo ${kind} ${numbered} ${dateOrRoom(date)} của ${issuer.name}`;
}

/** Who signs for the lead agency, and by what right; its head, by hand, where nobody is recorded. */
export const officeSignature = ({ issuer, signatory }: Office): Signature =>
  signatory
    ? { title: titleLines(signatory), name: signatory.name }
    : { title: [capitals(issuer.headTitle)], name: null };

/** "UBND tỉnh … (để báo cáo)", as the lists of recipients say it. */
export const toReport = ({ issuer }: Office): string => `${issuer.parentName} (để báo cáo)`;

export const kept = ({ issuer }: Office): string => `Lưu: VT, ${issuer.drafter}`;

export const illustrativeMark = "Dữ liệu minh họa";

/** Where a paper has not become final. */
export const draftMark = "Dự thảo, chưa phải kết quả chính thức";
