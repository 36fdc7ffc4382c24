import type { PlainDate } from "@/lib/kernel/plain-date";

export const locales = ["vi", "en"] as const;
export type Locale = (typeof locales)[number];

/** 31/12/2017, in both languages: officials read one form of date. */
export const formatDate = (date: PlainDate): string =>
  `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** 31/12/2017 14:05, in Vietnam's time. */
export function formatInstant(instant: Date): string {
  const local = new Date(instant.getTime() + 7 * 3_600_000).toISOString();
  return `${formatDate(local.slice(0, 10) as PlainDate)} ${local.slice(11, 16)}`;
}

/** The moment that is said so, to the minute; null where none is. */
export function parseInstant(text: string): Date | null {
  const [, day, month, year, time] = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2})$/.exec(text) ?? [];
  return time === undefined ? null : new Date(`${year}-${month}-${day}T${time}:00+07:00`);
}

/** 201712311405, in Vietnam's time: for the name of a file, so that names sort as their files were made. */
export const stampOf = (instant: Date): string =>
  new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replaceAll(/\D/g, "");

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export const formatNumber = (value: number, locale: Locale, fractionDigits = 0): string =>
  new Intl.NumberFormat(locale === "vi" ? "vi-VN" : "en-GB", {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(value);

/** Hundredths of a per cent, rounded half up on whole numbers: 36/46 is 7826. Null when nothing is counted. */
export const rateHundredths = (n: number, total: number): number | null =>
  total === 0 ? null : Math.floor((n * 20_000 + total) / (2 * total));

/** "78,26%", as every paper says it. Null when nothing is counted. */
export function formatRate(n: number, total: number, locale: Locale): string | null {
  const hundredths = rateHundredths(n, total);
  return hundredths === null ? null : `${formatNumber(hundredths / 100, locale, 2)}%`;
}

/** "36/46 (78,26%)": a rate never stands without what it is made of. */
export function formatShare(n: number, total: number, locale: Locale): string {
  const rate = formatRate(n, total, locale);
  return rate === null ? `${n}/${total}` : `${n}/${total} (${rate})`;
}
