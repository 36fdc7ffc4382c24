import { answersOf } from "@/components/field/sheets";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { searchKey } from "@/lib/kernel/text";
import type { Held } from "@/lib/offline/types";

const shortest = 8;
const offered = 4;

/** Sentences, lines and parts between semicolons: "15.3.2016" stays whole. */
const parts = (note: string): string[] =>
  note
    .split(/[.;!?]\s+|\n+/u)
    .map((part) => part.replace(/[.;\s]+$/u, "").trim())
    .filter((part) => part.length >= shortest);

/** The first of each that people would call the same. */
const distinct = (phrases: readonly string[]): string[] => {
  const keys = phrases.map(searchKey);
  return phrases.filter((phrase, index) => keys.indexOf(searchKey(phrase)) === index);
};

const oftenFirst = (phrases: readonly string[]): string[] => {
  const keys = phrases.map(searchKey);
  const times = (phrase: string): number => keys.filter((key) => key === searchKey(phrase)).length;
  return distinct(phrases).sort((a, b) => times(b) - times(a));
};

/**
 * What has been written on this visit before, so that it need not be typed again: last time's words about the same question first,
 * then what is said most often, then what was said last.
 */
export function phrasesFor(visit: PackedVisit, held: Held, code: string, note: string): string[] {
  const answers = Object.entries(answersOf(visit, held, null)).filter(([other]) => other !== code);
  const rechecks = held.rechecks.filter(({ visitId }) => visitId === visit.id);
  const said = [...rechecks, ...answers.map(([, answer]) => answer)].flatMap((each) => parts(each.note));
  const all = [...parts(visit.previous[code]?.note ?? ""), ...oftenFirst(said.reverse())];
  const there = searchKey(note);
  return distinct(all)
    .filter((phrase) => !there.includes(searchKey(phrase)))
    .slice(0, offered);
}

/** A phrase behind what is written already. */
export const withPhrase = (note: string, phrase: string): string => {
  const before = note.trimEnd();
  if (before === "") return phrase;
  return /[.;:,!?]$/u.test(before) ? `${before} ${phrase}` : `${before}; ${phrase}`;
};
