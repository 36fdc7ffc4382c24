import { formatDate, formatNumber, rateHundredths } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";

const padded = (n: number): string => String(n).padStart(2, "0");

/** "ngày 05 tháng 01 năm 2026": days below ten and the months January and February get a nought, as the decree writes them. */
export function dateInWords(date: PlainDate): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return `ngày ${padded(day)} tháng ${month < 3 ? padded(month) : month} năm ${year}`;
}

/** Room to write in: spaces that neither break nor shrink. */
export const room = "\u00a0".repeat(6);

export const dateOrRoom = (date: PlainDate | null): string =>
  date === null ? `ngày${room}tháng${room}năm${room}` : dateInWords(date);

const wide = "\u00a0".repeat(8);

/** "08 giờ 30 phút", or room to write it. */
export function clockInWords(time: PlainTime | null): string {
  const [hours, minutes] = time?.split(":") ?? [wide, wide];
  return `${hours} giờ ${minutes} phút`;
}

/** "87,50": hundredths as they were issued, cut and never rounded again. */
export const scoreText = (hundredths: number): string => formatNumber(hundredths / 100, "vi", 2);

/** "36/46 (78,26%)", to two decimals however few there are: papers set shares below each other. */
export function shareText(n: number, total: number): string {
  const rate = rateHundredths(n, total);
  return rate === null ? `${n}/${total}` : `${n}/${total} (${scoreText(rate)}%)`;
}

export const dateOr = (date: PlainDate | null, otherwise: string): string =>
  date === null ? otherwise : formatDate(date);

/** "tại trụ sở" in the midst of a sentence: for words of ours, never for what somebody typed. */
export const inSentence = (text: string): string => text.slice(0, 1).toLocaleLowerCase("vi") + text.slice(1);

/** Sentences begin with a capital and end with one stop, whoever wrote them. */
export const sentence = (text: string): string => `${text.trim().replace(/[.;]+$/u, "")}.`;

/** The last words of a paper are followed by this. */
export const ended = (text: string): string => `${text.trim().replace(/[.;/]+$/u, "")}./.`;

/** The numbers of lines: 1, 2, 3. */
export const numbered = (rows: readonly (readonly string[])[]): string[][] =>
  rows.map((row, index) => [String(index + 1), ...row]);

/** Of questions: without the mark at the end. */
export const unasked = (question: string): string => question.replace(/[?.]+$/u, "");
