import { refuse } from "@/lib/kernel/result";

/** By what a form tells what was shown on its page before an act: a short number for the whole of it. */
export const shownAs = (shown: unknown): string => {
  let hash = 5381;
  for (const sign of JSON.stringify(shown)) hash = (hash * 33 + (sign.codePointAt(0) ?? 0)) % 2 ** 46;
  return hash.toString(36);
};

/** Refuses an act whose page showed something else than is so now. A form that says nothing of it is of a page from before it did. */
export function refuseOther(shown: string | undefined, now: string): void {
  if (shown !== undefined && shown !== now) refuse("shown-changed");
}
