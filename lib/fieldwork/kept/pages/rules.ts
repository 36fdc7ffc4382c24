import type { KeptItem } from "@/lib/fieldwork/kept/types";
import { beginning, compareVietnamese } from "@/lib/kernel/text";

/** Items on one page, the newest first. */
export const itemsAPage = 20;
/** Letters of them that a page shows before it cuts what follows. */
const lettersAPage = 60_000;
/** Letters of each text, and answers of each item, that are left of what is cut. */
const lettersLeft = 300;
const answersLeft = 10;

/** An item on a page: whole, or cut to the beginnings of its texts. */
export type ShownItem = { item: KeptItem; isCut: boolean };

export type KeptPage = {
  shown: readonly ShownItem[];
  /** How many came before those that are shown; 0 where none did. */
  older: number;
  /** How many came after them. */
  newer: number;
};

const cut = (text: string): string => (text.length > lettersLeft ? `${beginning(text, lettersLeft)}…` : text);

const cutNote = <Said extends { note: string }>(said: Said): Said => ({ ...said, note: cut(said.note) });

/** The beginnings of what an item says. */
function cutItem(item: KeptItem): KeptItem {
  const { minutes, recheck } = item;
  const answers = Object.entries(item.answers).slice(0, answersLeft);
  return {
    ...item,
    part: cut(item.part),
    answers: Object.fromEntries(answers.map(([code, said]) => [cut(code), cutNote(said)])),
    recheck: recheck && cutNote(recheck),
    minutes: minutes && {
      ...minutes,
      ...{ fingerprint: cut(minutes.fingerprint), opinion: cut(minutes.opinion), name: cut(minutes.name) },
      sheet: null,
      findings: minutes.findings
        .slice(0, answersLeft)
        .map((finding) => ({ ...finding, code: cut(finding.code), evidence: cut(finding.evidence) })),
    },
    caption: cut(item.caption),
    fileName: cut(item.fileName),
    text: cut(item.text),
    problem: cut(item.problem),
  };
}

/** The newest first, by receipts, which count up as things arrive; what one receipt stands for, as the checklist does. */
const inOrder = (a: KeptItem, b: KeptItem): number =>
  Number(b.receiptNo) - Number(a.receiptNo) || compareVietnamese(a.part, b.part);

const lettersOf = (item: KeptItem): number => JSON.stringify(item).length;

/**
 * A page of what is kept of a visit, the newest first, from the `from`th on. It shows everything word for word until that is long, and
 * beginnings from then on; one that is asked for by its receipt is alone, and whole.
 */
export function keptPage(items: readonly KeptItem[], asked: { from: number; only: string | null }): KeptPage {
  const only = items.find(({ receiptNo }) => receiptNo === asked.only);
  if (only) return { shown: [{ item: only, isCut: false }], older: 0, newer: 0 };
  const newest = [...items].sort(inOrder);
  const from = asked.from < newest.length ? asked.from : 0;
  let letters = 0;
  const shown = newest.slice(from, from + itemsAPage).map((item) => {
    letters += lettersOf(item);
    const isCut = letters > lettersAPage && lettersOf(item) > lettersLeft + lettersOf(cutItem(item));
    return isCut ? { item: cutItem(item), isCut } : { item, isCut };
  });
  return { shown, older: newest.length - from - shown.length, newer: from };
}
