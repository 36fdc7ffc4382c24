import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Letterhead } from "@/lib/reports/documents/model";
import type { Registration } from "@/lib/reports/types";

/** Who issues the papers. Names in capitals stand in letterheads, the others in sentences. */
export const issuer = {
  parent: "UBND TỈNH QUẢNG NGÃI",
  agency: "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
  team: "ĐOÀN KIỂM TRA",
  name: "Sở Khoa học và Công nghệ",
  province: "tỉnh Quảng Ngãi",
  committee: "Ủy ban nhân dân tỉnh Quảng Ngãi",
  place: "Quảng Ngãi",
  symbol: "SKHCN",
  teamSymbol: "ĐKT",
  drafter: "TĐC",
  head: "GIÁM ĐỐC",
} as const;

/** Room to write in: spaces that neither break nor shrink. */
const room = "\u00a0".repeat(6);

const padded = (n: number): string => String(n).padStart(2, "0");

/** "Số: 05/BC-SKHCN": numbers below ten get a nought. Blank until the records office has given one. */
const numberLine = (number: number | null, symbol: string): string =>
  `Số: ${number === null ? room : padded(number)}/${symbol}`;

/** "ngày 05 tháng 01 năm 2026": days below ten and the months January and February get a nought, as the decree writes them. */
export function dateInWords(date: PlainDate): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return `ngày ${padded(day)} tháng ${month < 3 ? padded(month) : month} năm ${year}`;
}

const dateOrRoom = (date: PlainDate | null): string =>
  date === null ? `ngày${room}tháng${room}năm${room}` : dateInWords(date);

const placeAndDate = (date: PlainDate | null): string => `${issuer.place}, ${dateOrRoom(date)}`;

/** The head of a paper of the lead agency. */
export const agencyLetterhead = (abbreviation: string, { number, date }: Registration): Letterhead => ({
  parent: issuer.parent,
  agency: [issuer.agency],
  number: numberLine(number, `${abbreviation}-${issuer.symbol}`),
  placeAndDate: placeAndDate(date),
});

/** The head of a team's minutes: its own series of numbers, and no line of place and date. */
export const teamLetterhead = ({ number }: Registration): Letterhead => ({
  parent: issuer.agency,
  agency: [issuer.team],
  number: numberLine(number, `BB-${issuer.teamSymbol}`),
  placeAndDate: null,
});

/** What an annex belongs to: "Kèm theo Báo cáo số 05/BC-SKHCN ngày 05 tháng 01 năm 2018 của …". */
export function attachedTo(kind: string, abbreviation: string, { number, date }: Registration): string {
  const numbered = numberLine(number, `${abbreviation}-${issuer.symbol}`).replace("Số: ", "số ");
  return `Kèm theo ${kind} ${numbered} ${dateOrRoom(date)} của ${issuer.name}`;
}

export const illustrativeMark = "Dữ liệu minh họa";

/** Where a paper has not become final. */
export const draftMark = "Dự thảo, chưa phải kết quả chính thức";
