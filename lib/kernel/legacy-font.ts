import { isSyllable } from "@/lib/kernel/syllable";

/** An old encoding: what its signs, read as Latin-1, stand for. Longer signs come first. */
type Encoding = { signs: RegExp; letters: ReadonlyMap<string, string> };

const encoding = (pairs: readonly (readonly [string, string])[]): Encoding => {
  const longestFirst = [...pairs].sort(([a], [b]) => b.length - a.length);
  return { signs: new RegExp(longestFirst.map(([sign]) => sign).join("|"), "gu"), letters: new Map(pairs) };
};

/** TCVN 5712:1993 as the fonts ".VnTime" have it: one byte a letter, from 0xA1 on; a gap is a dot. */
const tcvn3 = encoding(
  [
    ..."ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ",
  ].flatMap((letter, index) =>
    letter === "." ? [] : [[String.fromCharCode(0xa1 + index), letter] as const],
  ),
);

/** Its ư is the soft hyphen, which copying often loses: what is left of ươ is ơ. */
const tcvn3WithoutHyphens: Encoding = {
  signs: tcvn3.signs,
  letters: new Map(
    [...tcvn3.letters].map(([sign, letter]) => [sign, /[ơờởỡớợ]/u.test(letter) ? `ư${letter}` : letter]),
  ),
};

/** The marks of VNI, which follow their vowel: each with what it makes of a and so of the others. */
const vniTones: readonly (readonly [string, string])[] = [
  ["ù", "\u0301"],
  ["ø", "\u0300"],
  ["û", "\u0309"],
  ["õ", "\u0303"],
  ["ï", "\u0323"],
];
const vniHats: readonly (readonly [string, string])[] = [
  ["â", "\u0302"],
  ["á", "\u0302\u0301"],
  ["à", "\u0302\u0300"],
  ["å", "\u0302\u0309"],
  ["ã", "\u0302\u0303"],
  ["ä", "\u0302\u0323"],
];
const vniBreves: readonly (readonly [string, string])[] = [
  ["ê", "\u0306"],
  ["é", "\u0306\u0301"],
  ["è", "\u0306\u0300"],
  ["ú", "\u0306\u0309"],
  ["ü", "\u0306\u0303"],
  ["ë", "\u0306\u0323"],
];
/** Letters that are one sign in VNI and may take a tone. */
const vniVowels: readonly (readonly [string, string])[] = [..."aeouy"]
  .map((vowel): readonly [string, string] => [vowel, vowel])
  .concat([
    ["ô", "ơ"],
    ["ö", "ư"],
  ]);
const vniSmall: readonly (readonly [string, string])[] = [
  ["ô", "ơ"],
  ["ö", "ư"],
  ["ñ", "đ"],
  ["æ", "ỉ"],
  ["ó", "ĩ"],
  ["ò", "ị"],
  ["î", "ỵ"],
  ...vniVowels.flatMap(([sign, vowel]) =>
    vniTones.map(([mark, tone]) => [sign + mark, vowel + tone] as const),
  ),
  ...[..."aeo"].flatMap((vowel) => vniHats.map(([mark, tone]) => [vowel + mark, vowel + tone] as const)),
  ...vniBreves.map(([mark, tone]) => [`a${mark}`, `a${tone}`] as const),
];
/** A capital may be followed by a small mark ("Soá", "SOÁ", "Sôû", "SÔÛ"). */
const vni = encoding(
  vniSmall
    .flatMap(([sign, letter]) => [
      [sign, letter] as const,
      [sign.toUpperCase(), letter.toUpperCase()] as const,
      ...(sign.length > 1
        ? [
            [
              sign.charAt(0).toUpperCase() + sign.slice(1),
              letter.charAt(0).toUpperCase() + letter.slice(1),
            ] as const,
          ]
        : []),
    ])
    .map(([sign, letter]) => [sign, letter.normalize("NFC")] as const),
);

const encodings = [tcvn3, tcvn3WithoutHyphens, vni];

const readIn = ({ signs, letters }: Encoding, text: string): string =>
  text.replace(signs, (sign) => letters.get(sign) ?? sign);

/** The letters that old fonts leave as they are stand below U+0100; what lies above was typed in Unicode. */
const isUnicode = /[^\0-\xff]/u;
/** One letter written in two ways: all small, all capital, or a capital first. */
const oneCase = /^\p{Lu}?\P{Lu}*$|^\P{Ll}*$/u;
/**
 * What only a font explains: a sign that is no letter between letters, Đ at the head of a word, a capital after a small letter, and
 * the short names of acts and councils.
 */
const certain = [
  /\p{L}[\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7]\p{L}/u,
  /^[§®][\x80-\xff]|^®\p{L}/u,
  /\p{Ll}[À-ÖØ-Þ]/u,
];
const shortNames = /^(?:[CHNQ][§Ñ]|H[§Ñ]ND|[§Ñ]BQH)$/u;
/** Units, references and products of two letters. */
const measure = /^(?:.|µ.*|§\p{L}|N·m)$/u;
const product = /^\p{L}[×÷]\p{L}$/u;

type Word = { reading: "certain" | "possible" | "none"; isFine: boolean };

const undecided: Word = { reading: "none", isFine: false };

/** What one word is: Vietnamese as it stands, Vietnamese in an old font, or neither (a name, a unit, a foreign word). */
function wordOf(written: string): Word {
  if (isUnicode.test(written)) return { reading: "none", isFine: true };
  if (!/[^\0-\x7f]/u.test(written)) return undecided;
  if (isSyllable(written) && oneCase.test(written)) return { reading: "none", isFine: true };
  if (shortNames.test(written)) return { reading: "certain", isFine: false };
  if (measure.test(written) || !encodings.some((old) => isSyllable(readIn(old, written)))) return undecided;
  const sure = certain.some((shape) => shape.test(written)) && !product.test(written);
  return { reading: sure ? "certain" : "possible", isFine: false };
}

/** Where words end: spaces, digits, and the punctuation no old font makes a letter of. */
const between = /[\s\d!-/:-@[-`{-~\u2010-\u2027\u2030-\u205e]+/u;

/** Beside a number it multiplies or divides. */
const factor = /[×÷](?=\s*\d)|(?<=\d\s*)[×÷]/gu;

/** Does this line look as if it had been typed for an old font? */
function lineLooksLegacy(line: string): boolean {
  let doubts = 0;
  let fine = 0;
  let run = 0;
  for (const word of line.replace(factor, " ").split(between)) {
    const { reading, isFine } = wordOf(word);
    if (reading === "certain") return true;
    if (isFine) {
      fine += 1;
      run = 0;
    } else if (reading === "possible") {
      doubts += 1;
      run += 1;
      if (run === 2) return true;
    }
  }
  return doubts > fine;
}

/**
 * Does this look like text typed for an old font and pasted without conversion ("Së KÕ ho¹ch", "Sôû Keá hoaïch")? Decided line by
 * line: by words that are Vietnamese only when read in that font. Foreign words, units and quotation marks are not.
 */
export const looksLegacy = (text: string): boolean => text.normalize("NFC").split("\n").some(lineLooksLegacy);
