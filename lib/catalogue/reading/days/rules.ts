import { addDays, dateOf, type PlainDate } from "@/lib/kernel/plain-date";
import { searchKey } from "@/lib/kernel/text";

/*
 * The days that a row says of itself. Words are read without diacritics, and a day in any of its spellings: "01/01/2027",
 * "01 tháng 01 năm 2027", "2027-01-01".
 */

export type DayRead = { day: PlainDate | null; malformed: boolean };
const nothing: DayRead = { day: null, malformed: false };

const day = String.raw`(\d{1,4}) (?:thang )?(\d{1,2}) (?:nam )?(\d{1,4})(?!\d)`;
const since = String.raw`(?: [a-z]+){0,5}? (?:(?:ke )?tu(?: ngay)?|(?:vao )?ngay) `;
const ended = "(?:bai bo|huy bo|het hieu luc|cham dut|ngung thuc hien|dung thuc hien)";
const begun = "(?:(?<!het )hieu luc|ap dung|thuc hien|thi hanh)";
const anyDay = new RegExp(`(?<!\\d)${day}`);
const endsFrom = new RegExp(String.raw`\b${ended}${since}${day}`);
const endsAfter = new RegExp(String.raw`\b(?:den|toi)(?: het)?(?: ngay)? ${day}`);
const startsFrom = new RegExp(String.raw`(?<!ngung |dung )\b${begun}${since}${day}`);

function dayOf(found: RegExpExecArray | null): DayRead {
  if (!found) return nothing;
  const [first, month, last] = [found[1], found[2], found[3]].map((part) => Number(part));
  const date =
    (found[1]?.length ?? 0) > 2
      ? dateOf(first ?? 0, month ?? 0, last ?? 0)
      : dateOf(last ?? 0, month ?? 0, first ?? 0);
  return { day: date, malformed: date === null };
}

const follows =
  /\b(?:ngay ky|quyet dinh nay|ky ban hanh|ngay ban hanh|khong|chua xac dinh|theo quyet dinh)\b/;

/** A cell of a column of days: a day, alone or in a sentence; nothing where it follows the decision. */
export function dayCell(cell: string): DayRead {
  const key = searchKey(cell);
  if (key === "") return nothing;
  const found = anyDay.exec(key);
  if (found) return dayOf(found);
  return follows.test(key) ? nothing : { day: null, malformed: true };
}

/** The first day after the one a cell says something lasts until. */
export function untilCell(cell: string): DayRead {
  const { day: last, malformed } = dayCell(cell);
  return { day: last && addDays(last, 1), malformed };
}

export type DaysSaid = { from: DayRead; to: DayRead };

/** The days that a remark says: "bãi bỏ từ 01/01/2027", "áp dụng từ ngày 01/07/2025 đến hết ngày 31/12/2026". */
export function daysSaid(text: string): DaysSaid {
  if (!/\d/.test(text)) return { from: nothing, to: nothing };
  const key = searchKey(text);
  const ending = dayOf(endsFrom.exec(key));
  if (ending.day || ending.malformed) return { from: dayOf(startsFrom.exec(key)), to: ending };
  const last = dayOf(endsAfter.exec(key));
  return {
    from: dayOf(startsFrom.exec(key)),
    to: { day: last.day && addDays(last.day, 1), malformed: last.malformed },
  };
}

/** A name without the remark in brackets that says a day of it. */
export const withoutDays = (text: string): string =>
  /\(.*\d.*\)/su.test(text)
    ? text.replace(/\([^()]*\d[^()]*\)/gu, (remark) => {
        const { from, to } = daysSaid(remark);
        return from.day || from.malformed || to.day || to.malformed ? " " : remark;
      })
    : text;
