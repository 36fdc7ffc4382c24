import type { AskedDay, DayFault } from "@/lib/gate/types";
import { isNoDay, parseDate, type PlainDate } from "@/lib/kernel/plain-date";

function faultOfDay(typed: string, today: PlainDate): DayFault | null {
  const day = parseDate(typed);
  if (day === null) return isNoDay(typed) ? "no-such-day" : "not-a-date";
  return day > today ? "day-to-come" : null;
}

/** The day a page speaks of: what the address says, else today. Nobody knows a day that is to come. */
export function dayOf(query: Readonly<Record<string, string>>, today: PlainDate): AskedDay {
  const typed = query["on"] ?? "";
  if (typed.trim() === "") return { on: today, typed: null, fault: null };
  const fault = faultOfDay(typed, today);
  if (fault !== null) return { on: today, typed, fault };
  return { on: parseDate(typed) ?? today, typed: null, fault };
}

/** One of a fixed list, or null. */
export const oneOf = <const T extends readonly string[]>(
  options: T,
  value: string | undefined,
): T[number] | null => options.find((option) => option === value) ?? null;

/** Page number from 1. */
export const pageOf = (value: string | undefined): number =>
  value && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;

/** The year in an address, or null where it names none. */
export const yearIn = (value: string | undefined): number | null =>
  value && /^20\d{2}$/.test(value) ? Number(value) : null;
