import type { AnswerText } from "@/lib/audits/types";
import type { Choice, SheetAnswers } from "@/lib/offline/types";

const same = (a: Answer, b: Answer): boolean => a?.outcome === b?.outcome && a?.note === b?.note;

type Sides = {
  /** What both began with, where it is known. */
  base: SheetAnswers;
  mine: SheetAnswers;
  theirs: SheetAnswers;
};

export type Merged = {
  answers: SheetAnswers;
  /** Questions that both changed, each in another way: a person decides about each of them. */
  asked: readonly string[];
};

/**
 * Brings two copies of a clause group together, question by question. What only one of them changed is taken; what both changed
 * alike is no question; for what both changed in different ways the choice of a person is taken, and one's own stays until then.
 */
export function merge({ base, mine, theirs }: Sides, chosen: Readonly<Record<string, Choice>> = {}): Merged {
  const answers: Record<string, AnswerText> = {};
  const asked: string[] = [];
  for (const code of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const sides = { base: base[code], mine: mine[code], theirs: theirs[code] };
    const settled = settledAnswer(sides);
    const choice = chosen[code];
    if (settled === undefined && choice === undefined) asked.push(code);
    const answer = settled ?? (choice === "theirs" ? sides.theirs : sides.mine);
    if (answer) answers[code] = answer;
  }
  return { answers, asked: asked.sort() };
}

type Answer = AnswerText | undefined;

/** The answer that nobody has to decide about; nothing where both changed it, each in another way. */
function settledAnswer({ base, mine, theirs }: { base: Answer; mine: Answer; theirs: Answer }): Answer {
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  if (same(mine, theirs) || same(theirs, base)) return mine;
  return same(mine, base) ? theirs : undefined;
}

/** Questions that both sides changed in different ways, decided or not. */
export const contested = (sides: Sides): readonly string[] => merge(sides).asked;

/** Does one copy say everything that the other says? */
export const saysAll = (answers: SheetAnswers, other: SheetAnswers): boolean =>
  Object.entries(other).every(([code, answer]) => same(answers[code], answer));
