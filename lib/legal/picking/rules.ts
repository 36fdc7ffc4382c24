import { dateOf, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { codeKey, codeText } from "@/lib/kernel/text";
import { provisionsIn } from "@/lib/legal/provisions/rules";
import { shortName } from "@/lib/legal/rules";
import type { Basis } from "@/lib/legal/types";

/*
 * Legal documents are picked from the register and never taken as they were typed: what somebody writes, or pastes from a paper, is
 * looked up by its number, and a number that nobody registered is said with those that come near.
 */

export type Picked<Known extends Basis> = { law: Known; provisions: string[] };

const numberIn = /\d+[a-zđ]?(?:\/\p{L}?[\p{L}\p{N}]*(?:[-‐‑–][\p{L}\p{N}]+)*)+/giu;
const dayIn = /(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(\d{4})/u;

const dayOf = (text: string): PlainDate | null => {
  const [, day, month, year] = dayIn.exec(text) ?? [];
  return year ? dateOf(Number(year), Number(month), Number(day)) : null;
};

/** "19/2014" of "19/2014/QĐ-TTg": what people mistake least. */
const beginningOf = (number: string): string =>
  codeKey(/^\d+\p{L}?(?:\/\d{4})?/u.exec(number)?.[0] ?? number);

/** Those that somebody may have meant by a number that is not registered. */
const near = (number: string, laws: readonly Basis[]): Basis[] =>
  laws.filter((law) => beginningOf(law.number) === beginningOf(number)).slice(0, 3);

const startsProvision = /^[\s,;:(]*(?:điều|khoản|điểm|phụ\s+lục|đ\.?\s*\d|pl\.?\s*\d)/iu;
const namesProvision = /(?<!\p{L})(?:điều|khoản|điểm|phụ\s+lục|đ\.?\s*\d|pl\s)/iu;
const kindsOfText =
  /(?:^\s*căn\s+cứ(?:\s+vào)?)|(?:(?:của\s+)?(?:luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|chỉ thị|thông tư(?: liên tịch)?|công văn|kế hoạch|thông báo|văn bản)\s+(?:số\s*:?\s*)?$)|(?:số\s*:?\s*$)/giu;

/** The provisions that stand before a number, or right behind it; null where what stands there is none. */
function provisionsAround(before: string, after: string): string[] | null {
  const ahead = before.replace(kindsOfText, " ").replace(kindsOfText, " ").trim();
  if (namesProvision.test(ahead)) return provisionsIn(ahead);
  if (!startsProvision.test(after)) return [];
  return provisionsIn(after.replace(/^[\s,;:(]+/u, "").split(/ ngày | của |[;(]/u)[0] ?? "");
}

/** The legal document that a line names, with the provisions of it; or why there is none. */
export function lawIn<Known extends Basis>(
  line: string,
  laws: readonly Known[],
): { picked: Picked<Known> } | { fault: Problem } {
  const written = line.normalize("NFC").trim();
  const [found] = written.matchAll(numberIn);
  if (!found) return { fault: problem("law-number-needed", undefined, { line: written }) };
  const number = codeText(found[0]);
  const day = dayOf(written.slice(found.index + found[0].length));
  const ofNumber = laws.filter((law) => codeKey(law.number) === codeKey(number));
  const meant = ofNumber.length > 1 && day ? ofNumber.filter(({ issuedOn }) => issuedOn === day) : ofNumber;
  const [law, another] = meant;
  if (!law) {
    const like = near(number, laws).map(shortName);
    return like.length > 0
      ? { fault: problem("law-mistaken", undefined, { number, near: like.join("; ") }) }
      : { fault: problem("law-not-registered", undefined, { number }) };
  }
  if (another) return { fault: problem("law-day-needed", undefined, { number }) };
  const provisions = provisionsAround(
    written.slice(0, found.index),
    written.slice(found.index + found[0].length),
  );
  if (!provisions) return { fault: problem("not-a-provision", undefined, { line: written }) };
  return { picked: { law, provisions } };
}
