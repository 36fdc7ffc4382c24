const day = 86_400_000;
/** The last serial number that is a day: 31/12/9999. */
const lastDay = 2_958_465;

const padded = (number: number): string => String(number).padStart(2, "0");

const dayText = (date: Date): string =>
  `${padded(date.getUTCDate())}/${padded(date.getUTCMonth() + 1)}/${String(date.getUTCFullYear()).padStart(4, "0")}`;

/** Excel counts a 29/02/1900 that never was: 60 is that day, what lies before is a day later than it seems. */
const dayOfSerial = (serial: number, from1904: boolean): string => {
  if (from1904) return dayText(new Date(Date.UTC(1904, 0, 1) + serial * day));
  if (serial === 60) return "29/02/1900";
  return dayText(new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * day));
};

/** A day as dd/MM/yyyy; a time without a day as HH:mm. Null where the number is neither. */
export function dateText(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0 && serial < lastDay + 1)) return null;
  if (serial >= 1) return dayOfSerial(Math.floor(serial), from1904);
  const minutes = Math.round(serial * 24 * 60) % (24 * 60);
  return serial === 0 ? null : `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}

/** "2026-01-05T00:00:00", as files may say days too. */
export const isoDateText = (written: string): string =>
  written.replace(/^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/, "$3/$2/$1");

/** What a format shows of itself: no quoted words, colours, currencies or signs that fill; hours that go on beyond a day ([h]) stay. */
const shown = (format: string): string =>
  (format.split(";")[0] ?? "")
    .replace(/"[^"]*"?|\[(?!(?:h+|m+|s+)\])[^\]]*\]?|[\\_*]./gi, "")
    .replace(/\[[hms]+\]/gi, "h")
    .toLowerCase();

/** Does this format of numbers show a day? Those of Excel itself have numbers below 164; a minute is an m too. */
export function isDateFormat(id: number, custom: string | undefined): boolean {
  if (custom === undefined) return id >= 14 && id <= 22;
  const signs = shown(custom);
  if (/general|standard/.test(signs)) return false;
  return /[dy]/.test(signs) || (signs.includes("m") && !/[hs]/.test(signs));
}

/** A number without exponent: "1.5e-7" is "0.00000015". */
function withoutExponent(written: string): string {
  const [, sign = "", whole = "", part = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(written) ?? [];
  if (Number(exponent) === 0) return written;
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, "0").slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ""}`;
}

const plainWhole = /^(?:0|-?[1-9]\d{0,14})$/;
const onlyNoughts = /^(0{1,30})(?:\.(0{1,30}))?$/;

/** The noughts that a format adds and that a code needs: 1.01275 shown by "0.000000" is "1.012750". */
function filledUp(text: string, format: string): string {
  const [, before, after = ""] = onlyNoughts.exec(format) ?? [];
  if (before === undefined || text.startsWith("-")) return text;
  const [whole = "", part] = text.split(".");
  const filled = whole.padStart(before.length, "0");
  return part === undefined ? filled : `${filled}.${part.padEnd(after.length, "0")}`;
}

/** A number as Excel keeps it, to fifteen digits; what is no number stays as it is written. */
export function numberText(written: string, format: string | undefined): string {
  const value = Number(Number(written).toPrecision(15));
  if (written.trim() === "" || !Number.isFinite(value)) return written;
  const text = plainWhole.test(written) ? written : withoutExponent(String(value));
  return format === undefined ? text : filledUp(text, format);
}
