import type { EarlierFinding } from "@/lib/visits/rechecks/types";
import type { Recheck } from "@/lib/findings/rechecks/types";
import { problem, type Problem } from "@/lib/kernel/problem";

/** Does this say enough? What is not wholly corrected says what is left. */
const saysEnough = ({ outcome, note }: Recheck): boolean => outcome === "corrected" || note !== "";

/** Earlier findings that are still open and have not been looked at on this visit. */
export const findingsLeft = (
  earlier: readonly EarlierFinding[],
  rechecks: Readonly<Record<string, Recheck>>,
): EarlierFinding[] => earlier.filter(({ id }) => !rechecks[id]);

const codesOf = (findings: readonly EarlierFinding[]): string =>
  findings.map(({ questionCode }) => questionCode).join(", ");

/** Minutes wait until each earlier finding has its word, and a note wherever something is left to do. */
export function recheckProblems(
  earlier: readonly EarlierFinding[],
  rechecks: Readonly<Record<string, Recheck>>,
): Problem[] {
  const left = findingsLeft(earlier, rechecks);
  const silent = earlier.filter(({ id }) => rechecks[id] && !saysEnough(rechecks[id]));
  return [
    ...(left.length > 0 ? [problem("rechecks-left", undefined, { codes: codesOf(left) })] : []),
    ...(silent.length > 0 ? [problem("recheck-note", undefined, { codes: codesOf(silent) })] : []),
  ];
}

/** How often rechecks of a visit have been saved: what tells that one was saved after a page was drawn. */
export const savesOf = (rechecks: Iterable<{ version: number }>): number =>
  [...rechecks].reduce((sum, { version }) => sum + version, 0);
