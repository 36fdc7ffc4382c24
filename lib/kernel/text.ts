/** Without what no keyboard writes and PostgreSQL refuses: control signs but line ends and tabs, halves of letters. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Cs}/gu, "");

/**
 * One form for what is stored: composed letters (NFC), no odd line ends, nothing unprintable, no spaces at the ends. Composed
 * last: a letter and its mark may have stood apart until what was between them went.
 */
export const clean = (text: string): string =>
  printable(text.replace(/\r\n?/g, "\n")).normalize("NFC").trim();

/**
 * The key two spellings share when people would call them the same: no case, no diacritics, đ as d, no punctuation.
 * Dropping the tone marks also settles where the tone stands (hòa, hoà).
 */
export const searchKey = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const vietnamese = new Intl.Collator("vi", { numeric: true });

/** Vietnamese alphabetical order, as the database's vi-VN-x-icu. */
export const compareVietnamese = (a: string, b: string): number => vietnamese.compare(a, b);

const latin1NotVietnamese = /[¡-©«-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]/u;

/**
 * Does this look like TCVN3 or VNI text pasted without conversion ("Së KÕ ho¹ch", "Sôû Keá hoaïch")? True when two words or
 * more carry, between letters, Latin-1 signs that Vietnamese never uses.
 */
export function looksLegacy(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /\p{L}{1}/u.test(word) && latin1NotVietnamese.test(word));
  return (
    words.filter((word) => /[\p{L}][¡-©«-¿×÷]|[¡-©«-¿×÷][\p{L}]|[ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]/u.test(word))
      .length >= 2
  );
}
