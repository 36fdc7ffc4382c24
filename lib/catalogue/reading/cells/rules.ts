import { codeText, oneLine, searchKey } from "@/lib/kernel/text";

/*
 * What single cells say: national codes, numbers of legal documents, marks in a box. All of it stands between other words as often as
 * alone.
 */

/** A national code, with the suffixes of a province or ministry in their old and new form: ".H19", ".000.00.00.H48". */
const code = String.raw`(?<![\p{L}\p{N}.,/])([1-3]\.\d{6})(?!\d)(?:\.\d{2,3}(?!\d))*(?:\.[A-Z]\d{2}(?!\d))?`;
const everyCode = new RegExp(code, "giu");

/** The national codes within a text, without their suffixes, each once. */
export const codesIn = (text: string): string[] =>
  text.includes(".") ? [...new Set([...text.matchAll(everyCode)].flatMap(([, found]) => found ?? []))] : [];

/** Numbers of the record before there were national codes: "T-QNG-190001-TT". */
const oldRecord = /^\p{L}{1,3}-\p{L}{2,5}-\d{4,6}(?:-\p{L}{2})?$/u;
const noCodes = new Set([
  "",
  "x",
  "khong",
  "khong co",
  "chua co",
  "chua co ma",
  "khong co ma",
  "moi",
  "noi bo",
]);

export type CodeCell = { codes: string[]; malformed: boolean };

/** What a cell of the column of codes says: a comma for the point and spaces within are the doing of spreadsheets. */
export function codeCell(cell: string): CodeCell {
  if (cell === "") return { codes: [], malformed: false };
  const written = codeText(cell);
  const found = codesIn(written);
  const mended = found.length > 0 ? found : codesIn(written.replace(/\s+/g, "").replace(/^(\d),/, "$1."));
  if (mended.length > 0) return { codes: mended, malformed: false };
  return { codes: [], malformed: !noCodes.has(searchKey(written)) && !oldRecord.test(written) };
}

const label = String.raw`(?:m[aã](?:\s+s[oố])?(?:\s+(?:h[oồ]\s+s[oơ]|qu[oố]c\s+gia))?(?:\s+(?:TTHC|DVC|th[uủ]\s+t[uụ]c(?:\s+h[aà]nh\s+ch[ií]nh)?|d[iị]ch\s+v[uụ](?:\s+c[oô]ng)?))?\s*[:\-–]?\s*)`;
const labelled = new RegExp(`${label}${code}`, "iu");
const written = new RegExp(`[(\\[]\\s*${label}?${code}\\s*[)\\]]|${label}?${code}`, "giu");
const attempted = new RegExp(`${label}(\\d[\\d.,]{3,}\\d)|[(\\[]\\s*(\\d\\.\\d{4,})\\s*[)\\]]`, "iu");

/** Is the code in this text called one ("Mã số TTHC: 1.012345")? */
export const isLabelled = (text: string): boolean => labelled.test(text);

/** What stands in a text as a code and is none ("Mã TTHC: 1.01234"), or null. */
export function codeAttempted(text: string): string | null {
  if (!/\d/.test(text) || codesIn(text).length > 0) return null;
  const found = attempted.exec(text);
  return found ? (found[1] ?? found[2] ?? null) : null;
}

/** What a name says of codes that take its place, or whose place it takes: "(thay thế TTHC 1.001234)", "; mã cũ: 1.001234". */
const pairing = new RegExp(
  String.raw`\s*[(\[;,–-]\s*(?:(?:được|bị)\s+)?(?:thay\s+th[eế]|thay\s+cho|thay\s+b[aằ]ng|(?:m[aã]|TTHC|s[oố])\s+(?:c[uũ]|m[oớ]i))[^;()[\]\n]*?${code}[^;()[\]\n]*[)\]]?`,
  "giu",
);

/** A name without the codes in it and what they are called. */
export function withoutCodes(text: string): string {
  const bare = text.includes(".") ? text.replace(pairing, " ").replace(written, " ") : text;
  return oneLine(bare.replace(/[(\[]\s*[)\]]/g, " "))
    .replace(/\s+([,;:.)])/g, "$1")
    .replace(/^[\s\-–:;,.*+]+|[\s\-–:;,]+$/gu, "");
}

const takesPlace =
  /(?:thay\s+th[eế](?!\s+(?:b[oở]i|b[aằ]ng))|thay\s+cho|(?:m[aã]|TTHC|s[oố])\s+c[uũ])[^;\n)]*/giu;
const givesPlace =
  /(?:thay\s+th[eế]\s+(?:b[oở]i|b[aằ]ng)|thay\s+b[aằ]ng|(?:m[aã]|TTHC|s[oố])\s+m[oớ]i)[^;\n)]*/giu;
const codesAfter = (text: string, words: RegExp): string[] =>
  /m[oớ]i|c[uũ]|thay/iu.test(text) && /\d\.\d/.test(text)
    ? [...text.matchAll(words)].flatMap(([part]) => codesIn(part))
    : [];

/** Codes that a text says are replaced: "thay thế TTHC 1.001234", "mã cũ: 1.001234". */
export const codesReplaced = (text: string): string[] => codesAfter(text.normalize("NFC"), takesPlace);

/** Codes that a text says take the place: "được thay thế bởi 1.012345". */
export const codesReplacing = (text: string): string[] => codesAfter(text.normalize("NFC"), givesPlace);

const address = /(?:https?:\/\/|www\.)\S+/giu;
const lawNumber =
  /(?<![\p{L}\p{N}/.-])\d+\p{Ll}?\/(?:(?:19|20)\d{2}\/QH\d+|(?:(?:19|20)\d{2}\/)?\p{Lu}{1,6}\d{0,2}\s?-\s?\p{Lu}[\p{Lu}\p{N}]*(?:-\p{Lu}[\p{Lu}\p{N}]*)*)(?![\p{L}\p{N}/])/gu;

/** The numbers of legal documents that a cell names, each once; an address is none. */
export function basesIn(cell: string): string[] {
  if (!/\d\s*[/∕⁄]/.test(cell)) return [];
  const plain = cell
    .normalize("NFC")
    .replace(address, " ")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[∕⁄]/g, "/")
    .replace(/ð|Ð/g, "Đ")
    .replace(/\s*\/\s*(?=\p{Lu}|\d{4}\/)/gu, "/");
  return [...new Set([...plain.matchAll(lawNumber)].map(([found]) => codeText(found)))];
}

const empty = new Set(["", "0", "khong", "k", "no", "false"]);
const ticks = new Set(["x", "co", "1", "v", "true", "yes", "ok"]);

/** Is a box marked? Any sign or word but a no marks it. */
export const isMarked = (cell: string): boolean =>
  cell.trim() !== "" &&
  !/^[-–—]+$/.test(cell.trim()) &&
  !(empty.has(searchKey(cell)) && /[\p{L}\p{N}]/u.test(cell));

/** Is there nothing but a mark ("x", "✓") in it? */
export const isTick = (cell: string): boolean =>
  ticks.has(searchKey(cell)) || (cell.trim() !== "" && /^[^\p{L}\p{N}\s-]{1,2}$/u.test(cell.trim()));
