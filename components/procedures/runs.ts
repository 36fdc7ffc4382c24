import { diffWordsWithSpace } from "diff";

/** Words in a row of one side of a comparison: all of them changed, or none. */
type Run = { text: string; changed: boolean };

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Runs of one kind that stand side by side are one. */
const joined = (runs: readonly Run[]): Run[] =>
  runs.reduce<Run[]>((done, { text, changed }) => {
    const last = done.at(-1);
    return last?.changed === changed
      ? [...done.slice(0, -1), { text: last.text + text, changed }]
      : [...done, { text, changed }];
  }, []);

/** Spaces and signs between changed words are no interruption. */
const bridged = (runs: readonly Run[]): Run[] =>
  joined(
    runs.map((run, n) =>
      runs[n - 1]?.changed && runs[n + 1]?.changed && lettersIn(run.text) === 0
        ? { ...run, changed: true }
        : run,
    ),
  );

/**
 * One side of a paragraph beside what it became, in runs of words: each run is marked once, and not each word. Of a paragraph in which
 * less than half of the shorter text stands in both, all is changed: a few words that chance left there say nothing.
 */
export function runsOf(before: string | null, after: string | null, side: "before" | "after"): Run[] {
  const [mine, other] = side === "before" ? ([before, after] as const) : ([after, before] as const);
  if (!mine) return [];
  const gone = side === "before" ? "removed" : "added";
  const parts = diffWordsWithSpace(before ?? "", after ?? "");
  const kept = parts
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + lettersIn(value), 0);
  if (other === null || 2 * kept < Math.min(lettersIn(mine), lettersIn(other)))
    return [{ text: mine, changed: true }];
  const own = parts.filter((part) => part[gone] || (!part.added && !part.removed));
  return bridged(joined(own.map((part) => ({ text: part.value, changed: part[gone] }))));
}
