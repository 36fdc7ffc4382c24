import { parseDate, type PlainDate } from "@/lib/kernel/plain-date";

/** The day a page speaks of: what the address says, else today; and whether what it says is no date. */
export function dayOf(
  query: Readonly<Record<string, string>>,
  today: PlainDate,
): { on: PlainDate; badDate: boolean } {
  const typed = query["on"];
  if (typed === undefined || typed.trim() === "") return { on: today, badDate: false };
  const day = parseDate(typed);
  return { on: day ?? today, badDate: day === null };
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
