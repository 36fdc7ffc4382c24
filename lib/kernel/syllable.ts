/** How a Vietnamese syllable may begin, and what is written before which vowel; on the u of qu old keyboards leave its tone. */
const onset =
  "(?:b|c(?![ieêy])|ch|d|đ|g(?![eêy])|gh(?=[ieê])|gi|h|k(?=[ieêy])|kh|l|m|n|ng(?![ieêy])|ngh(?=[ieê])|nh|ph|qu'?|r|s|t|th|tr|v|x)?";

/** What may follow: every vowel, alone or in company, with the ends it takes; an apostrophe stands where the tone does. */
const rhyme = [
  "a'(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?",
  "ă'(?:c|m|n|ng|p|t)",
  "â'(?:c|m|n|ng|p|t|u|y)",
  "e'(?:c|m|n|ng|o|p|t)?",
  "ê'(?:ch|m|n|nh|p|t|u)?",
  "i'(?:a|ch|m|n|nh|p|t|u)?",
  "iê'(?:c|m|n|ng|p|t|u)",
  "o'(?:c|i|m|n|ng|p|t)?",
  ...["oa'", "o'a"].map((vowels) => `${vowels}(?:c|ch|i|m|n|ng|nh|o|p|t|y)?`),
  "oă'(?:c|m|n|ng|t)",
  ...["oe'", "o'e"].map((vowels) => `${vowels}(?:n|o|t)?`),
  "oo'(?:c|ng)",
  "ô'(?:c|i|m|n|ng|p|t)?",
  "ơ'(?:i|m|n|p|t)?",
  "u'(?:a|c|i|m|n|ng|p|t)?",
  "uâ'(?:n|ng|t|y)",
  "uê'(?:ch|n|nh)?",
  "uơ'",
  "uô'(?:c|i|m|n|ng|t)",
  ...["uy'", "u'y"].map((vowels) => `${vowels}(?:a|ch|n|nh|p|t|u)?`),
  "uyê'(?:n|t)",
  "ư'(?:a|c|i|m|n|ng|t|u)?",
  "ươ'(?:c|i|m|n|ng|p|t|u)",
  "y'(?:nh|t|n)?",
  "yê'(?:m|n|ng|t|u)",
].join("|");

const toned = new RegExp(`^${onset}(?:${rhyme})$`, "u");
const level = new RegExp(`^${onset}(?:${rhyme})$`.replaceAll("'?", "").replaceAll("'", ""), "u");
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** In NFD the dot stands before the hat of its vowel, every other tone after it. */
const toneAndHat = /[\u0300\u0301\u0303\u0309\u0323]([\u0302\u0306]?)/gu;
const acuteOrDot = /[\u0301\u0323]/u;
const stopped = /(?:c|ch|p|t)$/u;

/**
 * Could this be a word of Vietnamese, which is one syllable with one tone on its main vowel? What ends in c, ch, p or t has a rising or a
 * low one. Capitals are as good as small letters.
 */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  const count = apart.match(tones)?.length ?? 0;
  if (count > 1) return false;
  if (stopped.test(apart) && !acuteOrDot.test(apart)) return false;
  if (count === 0) return level.test(apart.normalize("NFC"));
  return toned.test(apart.replace(toneAndHat, "$1'").normalize("NFC"));
}
