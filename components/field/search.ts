import { asked } from "@/components/field/sheets";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { Question } from "@/lib/checklists/types";
import { searchKey } from "@/lib/kernel/text";
import type { SheetAnswers } from "@/lib/offline/types";

/** How well a text answers: it begins with what is sought, holds it in one piece, or holds all of its words. */
const rank = (text: string, key: string): number | null => {
  if (text.startsWith(`${key} `)) return 0;
  if (text.includes(key)) return 1;
  return key.split(" ").every((word) => text.includes(word)) ? 2 : null;
};

/** Questions by their number, their words, what proves them, and what was written of them now or last time; without diacritics. */
export function findQuestions(visit: PackedVisit, answers: SheetAnswers, sought: string): Question[] {
  const key = searchKey(sought);
  if (key === "") return [];
  return asked(visit)
    .flatMap((question) => {
      const { code, text, evidence } = question;
      const notes = [answers[code]?.note, visit.previous[code]?.note];
      const found = rank(searchKey([code, text, evidence, ...notes].join(" ")), key);
      return found === null ? [] : [{ question, found }];
    })
    .sort((a, b) => a.found - b.found)
    .map(({ question }) => question);
}
