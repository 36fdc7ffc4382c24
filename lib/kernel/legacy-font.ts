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
/** Signs that stand between letters for nothing else: no unit, quotation, footnote or trade mark is written so. */
const unexplained = /\p{L}[¢¤¥¦¨¬¯¶¸¼½¾]\p{L}/u;
/** A vowel of TCVN3 after what was typed in Unicode. */
const signAfterLetter = /\p{L}[\xa8-\xac\xb5-\xb9]/u;
const shortNames = /^(?:[CHNQ][§Ñ]|H[§Ñ]ND|[§Ñ]BQH)$/u;
/** Units, references and products of two letters. */
const measure = /^(?:.|µ.*|§\p{L}|N·m)$/u;
/** Letters that old fonts have where Latin-1 has them: such a word says nothing of its font. */
const alike = /^[\0-\x7fìíý]+$/iu;
const product = /^\p{L}[×÷]\p{L}$/u;

/**
 * What has the shape of a syllable and is hardly ever written, and in an old font is a word of every day ("sè" for số, "hoà sô" for
 * hồ sơ): doubtful where nothing beside it is Vietnamese beyond doubt.
 */
const seldom = new Set(
  (
    "boàng boá boái boán boát bãn choát choã chèng chôi chõa coá cã doác dùa gioáng giê gióp goàm goác gõng hoã " +
    "khã khíp loác loãi léc lín moác moái moãi ngãn ngõng nhãm nhê nhò nhùa noái noãi nót phoá phoái pháng phã " +
    "phãng phè phóc phót quoác roài roãng réng rôi rõng soá sè sím sô sôn thèng thó thõa toá troàng troáng trèng " +
    "tró trô trõ tãm tè tõ tõng voán vèn võa xoáp"
  ).split(" "),
);

/**
 * "fine" is Vietnamese beyond doubt; "either" is that as it stands, and another word in an old font; "foreign" is a word of another
 * language; "none" says nothing (a unit, a sign, a plain syllable).
 */
type Word = "certain" | "likely" | "possible" | "either" | "fine" | "foreign" | "none";

const readings = (written: string): string[] =>
  encodings.map((old) => readIn(old, written)).filter((read) => read !== written && isSyllable(read));

/** What a word in plain Latin letters is: a syllable without marks may be of any font, a longer word is of none. */
const plainWord = (written: string): Word =>
  /^\p{L}?\p{Ll}{2,}$/u.test(written) && !isSyllable(written) ? "foreign" : "none";

/** Was a vowel of TCVN3 typed behind letters of Unicode ("Đ¸")? */
const isMixed = (written: string): boolean =>
  signAfterLetter.test(written) && !isSyllable(written) && isSyllable(readIn(tcvn3, written));

/** What one word is: Vietnamese as it stands, Vietnamese in an old font, or neither (a name, a unit, a foreign word). */
function wordOf(written: string): Word {
  if (isUnicode.test(written)) return isMixed(written) ? "certain" : "fine";
  if (!/[^\0-\x7f]/u.test(written)) return plainWord(written);
  const read = readings(written);
  if (isSyllable(written) && oneCase.test(written)) {
    if (seldom.has(written.toLowerCase())) return "possible";
    return read.length > 0 || alike.test(written) ? "either" : "fine";
  }
  if (shortNames.test(written) || unexplained.test(written)) return "certain";
  if (measure.test(written)) return "none";
  if (read.length === 0) return /^\p{L}+$/u.test(written) ? "foreign" : "none";
  return certain.some((shape) => shape.test(written)) && !product.test(written) ? "certain" : "likely";
}

/** Small words of other languages that an old font would have too. */
const borrowed = new Set(["où", "thaï", "laïc", "haï"]);
/** Fractions, factors, footnotes and quotation marks that touch a letter. */
const beside = /^[«¼½¾£¥]|»$|^\p{L}?[×÷]|^\p{L}(?:[×÷ª¹]|·\p{L})$/u;
/** Signs of TCVN3 that are no letters, and vowels of VNI with their marks, as no name of another language has them. */
const inNoName = /[¨©¬µ¶·¸»]|[aeouyôö][ùøûõ]|[aeo][âáàåãä]|a[êéèú]|^Ñ|ö[aïôu]/iu;

/** Does one word stand out among others that are Vietnamese beyond doubt? A name is left alone unless no language writes it so. */
const standsOut = (written: string): boolean =>
  wordOf(written) === "likely" &&
  !beside.test(written) &&
  (/^\P{Lu}+$/u.test(written) ? !borrowed.has(written) : inNoName.test(written));

/** Where words end: spaces, digits, and the punctuation no old font makes a letter of. */
const between = /[\s\d!-/:-@[-`{-~\u2010-\u2027\u2030-\u205e]+/u;

/** Beside a number it multiplies or divides. */
const factor = /[×÷](?=\s*\d)|(?<=\d\s*)[×÷]/gu;

/** Does this line look as if it had been typed for an old font? */
function lineLooksLegacy(line: string): boolean {
  const written = line
    .replace(factor, " ")
    .split(between)
    .filter((word) => word !== "");
  const words = written.map(wordOf);
  if (words.includes("certain")) return true;
  if (words.some((word, index) => word === "likely" && words[index + 1] === "likely")) return true;
  const count = (...kinds: Word[]): number => words.filter((word) => kinds.includes(word)).length;
  if (count("likely", "possible") > count("fine", "foreign")) return true;
  return count("fine") > count("foreign") && written.some(standsOut);
}

/**
 * Does this look like text typed for an old font and pasted without conversion ("Së KÕ ho¹ch", "Sôû Keá hoaïch")? Decided line by
 * line: by words that are Vietnamese only when read in that font, or hardly ever as they stand. Foreign words, units and quotation
 * marks are not.
 */
export const looksLegacy = (text: string): boolean => text.normalize("NFC").split("\n").some(lineLooksLegacy);
