import { problem } from "@/lib/kernel/problem";
import { refused, type Refusal } from "@/lib/kernel/result";

/** What one person may have kept of one visit within a day: more than anybody puts away by hand, or a phone brings late from it. */
export const mostKeepings = 200;
/** Letters of it: twice all that is written of a visit, minutes among it. */
export const mostLetters = 4_000_000;

const day = 86_400_000;
/** A device that waits asks again after this long, however long the wait is. */
const longestWait = 60;

export const keepingSince = (now: Date): Date => new Date(now.getTime() - day);

/** Something that is kept: when it came, and how many letters it takes. */
export type Keeping = { at: Date; letters: number };

/**
 * Words that become part of no record could be kept without end: whoever has kept too many within a day waits until the first of them
 * is a day old. Their device holds what it has.
 */
export function tooMuchKept(keepings: readonly Keeping[], now: Date): Refusal | null {
  const letters = keepings.reduce((sum, each) => sum + each.letters, 0);
  if (keepings.length < mostKeepings && letters < mostLetters) return null;
  const first = Math.min(...keepings.map(({ at }) => at.getTime()));
  const minutes = Math.ceil((first + day - now.getTime()) / 60_000);
  return refused(problem("too-often", undefined, { minutes: Math.min(longestWait, Math.max(1, minutes)) }));
}
