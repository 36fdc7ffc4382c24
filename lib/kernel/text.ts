/** What ends a line somewhere: old files, other systems, a word processor's own break. */
const lineEnds = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** What names no letter: control signs but tab and line end, halves of letters, and the places Unicode keeps for nobody. */
const unwritable = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** What shows nothing where it stands: joiners, marks of direction, fillers, and the anchors of what was not pasted along. */
const unseen = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffc]/gu;

/** What turns the letters after it around, until something ends it: what is read would not be what is stored. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A space of any width, that of Braille too. */
const space = /[\s\u2800]+/gu;

/** What any file, database and paper can hold (XML 1.0, JSON, RFC 5545), and one kind of line end. */
export const printable = (text: string): string => text.replace(lineEnds, "\n").replace(unwritable, "");

const showsNothing = (text: string): boolean => text.replace(unseen, "").replace(space, "") === "";

/**
 * One form for what is stored: printable, composed letters (NFC), no spaces at the ends, and empty where it shows nothing. Composed
 * last: a letter and its mark may have stood apart until what was between them went. Devices clean by this too before they sign.
 */
export function clean(text: string): string {
  const kept = printable(text).replace(turning, "").normalize("NFC").trim();
  return showsNothing(kept) ? "" : kept;
}

/** Words of composed Latin letters with one space between them, as most are: nothing is to be done to them. */
const plainLine = /^[\x21-\x7e\xc0-\u024f\u1e00-\u1eff]+(?: [\x21-\x7e\xc0-\u024f\u1e00-\u1eff]+)*$/;

/** A name, a title, a place: one line without anything unseen in it, so that what looks alike is alike. */
export const oneLine = (text: string): string =>
  plainLine.test(text)
    ? text
    : printable(text).replace(unseen, "").replace(space, " ").normalize("NFC").trim();

/** Letters of other scripts that nobody can tell from ours, where only ours are meant; Ð comes from an old keyboard. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["АВЕЅІЈКМНОРСТХУаеѕіјорсху", "ABESIJKMHOPCTXYaesijopcxy"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"],
    ["ÐƉðɖ", "ĐĐđđ"],
    ["∕⧸", "//"],
  ].flatMap(([foreign = "", ours = ""]) => [...foreign].map((sign, index) => [sign, ours.charAt(index)])),
);

const ours = (text: string): string => text.replace(/[^\0-\x7f]/gu, (sign) => lookAlikes[sign] ?? sign);

/** Marks that make no letter of ours with the one before them, but for a stroke through d, which is đ however it is typed. */
const withoutLooseMarks = (text: string): string =>
  text
    .replace(/([Dd])[\u0335-\u0338]/gu, (_, letter: string) => (letter === "D" ? "Đ" : "đ"))
    .replace(/\p{M}/gu, "");

/**
 * A code or the number of a document as it is stored: codes that look alike are written alike. Every dash is a hyphen, every
 * fraction stroke a slash, wide letters are plain ones, neither sign has a space beside it, and no mark stands beside its letter.
 */
export const codeText = (text: string): string =>
  oneLine(
    withoutLooseMarks(
      ours(
        oneLine(text)
          .normalize("NFKC")
          .replace(/[\p{Pd}\u2212\u2043\u02d7]/gu, "-")
          .replace(/\u2044/g, "/"),
      ).normalize("NFC"),
    ),
  ).replace(/ *([-/]) */g, "$1");

/** Letters with a stroke that no word of ours has, and the plain ones they are taken for. */
const stroked = new Map(
  [..."ȺɃȻɆǤĦƗɈŁØⱣɌŦɎƵ"].map((letter, index) => [letter, "ABCEGHIJLOPRTYZ".charAt(index)]),
);

/** The key that one code has in all its spellings: how two are compared, however they came in. An O beside a digit is a nought. */
export const codeKey = (text: string): string =>
  codeText(text)
    .toUpperCase()
    .replace(/[^\0-\x7f]/gu, (letter) => stroked.get(letter) ?? letter)
    .replace(/O(?=\d)|(?<=\d)O/gu, "0");

const letters = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** The beginning of a text, at most `longest` code units, cut between whole letters. */
export function beginning(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let end = 0;
  for (const { index, segment } of letters.segment(text)) {
    if (index + segment.length > longest) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/**
 * The key two spellings share when people would call them the same: no case, no diacritics, đ as d, no punctuation.
 * Dropping the tone marks also settles where the tone stands (hòa, hoà).
 */
export const searchKey = (text: string): string =>
  text
    .replace(unseen, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐðÐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const vietnamese = new Intl.Collator("vi", { numeric: true });

/** Vietnamese alphabetical order, as the database's vi-VN-x-icu. */
export const compareVietnamese = (a: string, b: string): number => vietnamese.compare(a, b);
