/** A time of day to the minute, "08:30": no zone, as clocks on walls say it. */
export type PlainTime = string & { readonly __plainTime: unique symbol };

/** What people type: 8:30, 08:30, 8h30, 8h, 8 giờ 30. Null where it is no time of a day. */
export function parseTime(text: string): PlainTime | null {
  const [, hours, minutes = "0"] =
    /^(\d{1,2})\s*(?:[:.hg]|giờ)\s*(?:(\d{1,2})\s*(?:p|phút)?)?$/i.exec(text.trim().normalize("NFC")) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, "0")}:${minutes.padStart(2, "0")}` as PlainTime;
}

const day = "1970-01-01";

/** A time column's value. */
export const timeToDatabase = (time: PlainTime): Date => new Date(`${day}T${time}:00Z`);

export const timeFromDatabase = (time: Date): PlainTime => time.toISOString().slice(11, 16) as PlainTime;

/** The time of day in Vietnam at a moment. */
export const timeInVietnam = (instant: Date): PlainTime =>
  new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 16) as PlainTime;
