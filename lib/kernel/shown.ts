/** By what a form tells what was shown on its page before an act: a short number for the whole of it. */
export const shownAs = (shown: unknown): string => {
  let hash = 5381;
  for (const sign of JSON.stringify(shown)) hash = (hash * 33 + (sign.codePointAt(0) ?? 0)) % 2 ** 46;
  return hash.toString(36);
};

/** Was it something else than is so now? A form that says nothing of what it showed is a page from before it did. */
export const shownOtherwise = (shown: string | undefined, now: unknown): boolean =>
  shown !== undefined && shown !== shownAs(now);
