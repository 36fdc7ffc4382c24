/** A day of the calendar in Asia/Ho_Chi_Minh as yyyy-MM-dd: compares and sorts as text. */
export type PlainDate = string & { readonly __plainDate: unique symbol };

export const endOfTime = "9999-12-31" as PlainDate;

const millisecondsPerDay = 86_400_000;
const utc = (date: PlainDate) => Date.parse(`${date}T00:00:00Z`);

/** The date of these parts, or null where no such day exists (31/02, 29/02 of a common year). Years 1900–2999. */
export function dateOf(year: number, month: number, day: number): PlainDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1900 || year > 2999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10) as PlainDate;
}

type Parts = readonly [year: number, month: number, day: number];

function partsOf(text: string): Parts | null {
  const vietnamese = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text);
  if (vietnamese) return [Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1])];
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  return iso && [Number(iso[1]), Number(iso[2]), Number(iso[3])];
}

/** Reads "31/12/2017", "31-12-2017", "31.12.2017", "2017-12-31". Two-digit years are refused: nobody can know the century. */
export function parseDate(text: string): PlainDate | null {
  const parts = partsOf(text);
  return parts && dateOf(...parts);
}

/** Is it written as a date, and is there no such day (31/02)? */
export const isNoDay = (text: string): boolean => partsOf(text) !== null && parseDate(text) === null;

/** A constant written in code; throws on a day that does not exist. */
export function plainDate(text: string): PlainDate {
  const date = parseDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
}

/** From and to what Prisma gives for a `date` column: midnight UTC. */
export const fromDatabase = (date: Date): PlainDate => date.toISOString().slice(0, 10) as PlainDate;
export const fromDatabaseOrNull = (date: Date | null): PlainDate | null => (date ? fromDatabase(date) : null);
export const toDatabase = (date: PlainDate): Date => new Date(`${date}T00:00:00Z`);

export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(utc(date) + days * millisecondsPerDay).toISOString().slice(0, 10) as PlainDate;

/** Days from `from` to `to`: 31/12/2016 to 31/12/2017 is 365. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((utc(to) - utc(from)) / millisecondsPerDay);

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** The calendar day of an instant in Vietnam (UTC+7, no daylight saving since 1975). */
export const dayInVietnam = (instant: Date): PlainDate =>
  new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as PlainDate;

/** The day of something that was done: never after the site's own, which in a demonstration world stands still while the clock goes on. */
export function dayDone(instant: Date, today: PlainDate): PlainDate {
  const day = dayInVietnam(instant);
  return day < today ? day : today;
}

/** The same day some months later, or the last day of a month that has no such day: 30/11 and three months is 28/02. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10) as PlainDate;
}
