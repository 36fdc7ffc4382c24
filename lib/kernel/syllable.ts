/** How a Vietnamese syllable may begin, and what is written before which vowel. */
const onset =
  "(?:b|c(?![ieêy])|ch|d|đ|g(?![eêy])|gh(?=[ieê])|gi|h|k(?=[ieêy])|kh|l|m|n|ng(?![ieêy])|ngh(?=[ieê])|nh|ph|qu|r|s|t|th|tr|v|x)?";

/** What may follow: every vowel, alone or in company, with the ends it takes. */
const rhyme = [
  "a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?",
  "ă(?:c|m|n|ng|p|t)",
  "â(?:c|m|n|ng|p|t|u|y)",
  "e(?:c|m|n|ng|o|p|t)?",
  "ê(?:ch|m|n|nh|p|t|u)?",
  "i(?:a|ch|m|n|nh|p|t|u)?",
  "iê(?:c|m|n|ng|p|t|u)",
  "o(?:c|i|m|n|ng|p|t)?",
  "oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?",
  "oă(?:c|m|n|ng|t)",
  "oe(?:n|o|t)?",
  "oo(?:c|ng)",
  "ô(?:c|i|m|n|ng|p|t)?",
  "ơ(?:i|m|n|p|t)?",
  "u(?:a|c|i|m|n|ng|p|t)?",
  "uâ(?:n|ng|t|y)",
  "uê(?:ch|n|nh)?",
  "uơ",
  "uô(?:c|i|m|n|ng|t)",
  "uy(?:a|ch|n|nh|p|t|u)?",
  "uyê(?:n|t)",
  "ư(?:a|c|i|m|n|ng|t|u)?",
  "ươ(?:c|i|m|n|ng|p|t|u)",
  "y(?:nh|t|n)?",
  "yê(?:m|n|ng|t|u)",
].join("|");

const syllable = new RegExp(`^${onset}(?:${rhyme})$`, "u");
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const acuteOrDot = /^[\u0301\u0323]$/u;
const stopped = /(?:c|ch|p|t)$/u;

/** Could this be a word of Vietnamese, which is one syllable with one tone? Capitals are as good as small letters. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  const toned = apart.match(tones) ?? [];
  const [tone] = toned;
  const plain = apart.replace(tones, "").normalize("NFC");
  if (toned.length > 1 || !syllable.test(plain)) return false;
  return tone === undefined || !stopped.test(plain) || acuteOrDot.test(tone);
}
