import { oneLine, searchKey } from "@/lib/kernel/text";

/*
 * The same procedure stands under slightly different names in the list, in its description and in other papers. Names that people
 * would call the same have one key; what comes near is offered for a person to confirm.
 */

const lead =
  /^(?:(?:trình tự|thủ tục|tthc)(?: (?:và|thực hiện))? )+(?:hành chính )?(?:về việc (?!làm)|về (?!việc làm))?/u;

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** One place for the tone mark in oa, oe, uy: "hoà" and "hòa" are one word. */
const oneTone = (word: string): string => {
  const apart = word.normalize("NFD");
  if (!/(?<!q)(?:o[\u0300-\u0323]?[ae]|u[\u0300-\u0323]?y)/u.test(apart)) return word;
  const tone = apart.match(toneMarks)?.[0] ?? "";
  return `${apart.replace(toneMarks, "").normalize("NFC")}${tone}`;
};

/** The key of a name: without "Thủ tục …" before it, punctuation, case, and wherever tone marks stand. Diacritics count. */
export function nameKey(name: string): string {
  const words = oneLine(name)
    .toLowerCase()
    .replace(/ð/g, "đ")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return (words.replace(lead, "") || words).split(" ").map(oneTone).join(" ");
}

const nearest = 0.8;
const most = 5;

type Keyed = { name: string; key: string; words: ReadonlySet<string> };

function keyed(name: string): Keyed {
  const key = nameKey(name);
  return { name, key, words: new Set(searchKey(key).split(" ").filter(Boolean)) };
}

/** The keys of entries that were compared before: a catalogue is asked once for each name that has no code. */
const compared = new WeakMap<object, Keyed>();

function keyedEntry(entry: { name: string }): Keyed {
  const before = compared.get(entry);
  if (before?.name === entry.name) return before;
  const now = keyed(entry.name);
  compared.set(entry, now);
  return now;
}

/** How many of the words of both are in both, from 0 to 1. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  // Sets of such different sizes cannot share enough.
  if (Math.min(one.size, other.size) < nearest * Math.max(one.size, other.size)) return 0;
  const shared = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** The entries that a name may mean, at most five: those of the same key, then those that share at least 0.8 of their words. */
export function candidates<Entry extends { name: string }>(
  name: string,
  catalogue: readonly Entry[],
): Entry[] {
  const { key, words } = keyed(name);
  if (words.size === 0) return [];
  return catalogue
    .map((entry, order) => {
      const own = keyedEntry(entry);
      return { entry, order, likeness: own.key === key ? 2 : overlap(words, own.words) };
    })
    .filter(({ likeness }) => likeness >= nearest)
    .toSorted((a, b) => b.likeness - a.likeness || a.order - b.order)
    .slice(0, most)
    .map(({ entry }) => entry);
}
