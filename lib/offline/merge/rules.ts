import type { AnswerText } from "@/lib/checklists/types";
import type { Choice, SheetAnswers } from "@/lib/offline/types";

/** What is chosen of something, and what is written about it. */
export type Said = { outcome: string | null; note: string };

type Answers<T> = Readonly<Record<string, T>>;

/** Is the same said, or nothing on both sides? */
export const same = (a: Said | undefined, b: Said | undefined): boolean =>
  a?.outcome === b?.outcome && a?.note === b?.note;

/** Nothing is chosen and nothing written. */
export const isBlank = (said: Said | undefined): boolean =>
  said === undefined ||
  ((said.outcome === null || said.outcome === "not_checked") && said.note.trim() === "");

export type Sides<T = AnswerText> = {
  /** What both began with, where it is known. */
  base: Answers<T>;
  mine: Answers<T>;
  theirs: Answers<T>;
};

export type Merged<T = AnswerText> = {
  answers: Answers<T>;
  /** Questions that both changed, each in another way: a person decides about each of them. */
  asked: readonly string[];
};

/**
 * Brings two copies of a clause group together, question by question. What only one of them changed is taken; what both changed
 * alike is no question; for what both changed in different ways the choice of a person is taken, and one's own stays until then.
 */
export function merge<T extends Said = AnswerText>(
  { base, mine, theirs }: Sides<T>,
  chosen: Readonly<Record<string, Choice>> = {},
): Merged<T> {
  const answers: Record<string, T> = {};
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

type Three<T> = Record<"base" | "mine" | "theirs", T | undefined>;

/** The answer that nobody has to decide about; nothing where both changed it, each in another way. */
function settledAnswer<T extends Said>({ base, mine, theirs }: Three<T>): T | undefined {
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  if (same(mine, theirs) || same(theirs, base)) return mine;
  return same(mine, base) ? theirs : undefined;
}

/** Questions that both sides changed in different ways, decided or not. */
export const contested = (sides: Sides): readonly string[] => merge(sides).asked;

/** Does one copy say everything that the other says? */
export const saysAll = (answers: SheetAnswers, other: SheetAnswers): boolean =>
  Object.entries(other).every(([code, answer]) => same(answers[code], answer));
