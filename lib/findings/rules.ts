import type { FindingDraft } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { searchKey } from "@/lib/kernel/text";

/** A code, a number or a date: what leads somebody else to the same record. */
const leadsThere = (text: string): boolean => /\p{Nd}/u.test(text);

/** Neither a letter nor a digit: a dash or dots, which fill a field and say nothing. */
const saysNothing = (text: string): boolean => searchKey(text) === "";

type Part = readonly [name: string, text: string];

/** Parts that say again, word for word, what a part before them says: nothing is added by pasting one phrase everywhere. */
export const repeatedParts = (parts: readonly Part[]): Problem[] =>
  parts
    .filter(([, text], at) => {
      const key = searchKey(text);
      return key !== "" && parts.slice(0, at).some(([, before]) => searchKey(before) === key);
    })
    .map(([name]) => problem("part-repeated", name));

/**
 * A finding in its parts: what was seen, where, against which requirement, how far it reaches. Whether a phrase is vague nobody
 * can count; that each part says something of its own, and that the place can be found again, can be seen. Fields are named as in
 * the form: evidence.D.2. A part that is absent was not asked: minutes signed on an app of before are received as they are.
 */
export function findingProblems(finding: FindingDraft): Problem[] {
  const { questionCode, evidence, reference, requirement, scope } = finding;
  const at = (part: string): string => `${part}.${questionCode}`;
  const wanting: Problem[] = [
    ...(saysNothing(evidence) ? [problem("finding-evidence", at("evidence"))] : []),
    ...(reference !== undefined && !leadsThere(reference)
      ? [problem("finding-reference", at("reference"))]
      : []),
    ...(requirement !== undefined && saysNothing(requirement)
      ? [problem("finding-requirement", at("requirement"))]
      : []),
    ...(saysNothing(scope) ? [problem("finding-scope", at("scope"))] : []),
  ];
  const repeated = repeatedParts([
    [at("evidence"), evidence],
    [at("reference"), reference ?? ""],
    [at("requirement"), requirement ?? ""],
    [at("scope"), scope],
  ]);
  return [...wanting, ...repeated.filter(({ field }) => !wanting.some((each) => each.field === field))];
}

/** A question has one finding: a second one of it would not be stored. */
export const twiceProblems = (findings: readonly FindingDraft[]): Problem[] =>
  findings.flatMap(({ questionCode: code }, index) =>
    findings.findIndex(({ questionCode }) => questionCode === code) < index
      ? [problem("finding-twice", `evidence.${code}`, { code })]
      : [],
  );

/** The finding without a requirement that only repeats the question's own: minutes of before say it in the same way. */
export const preciseOnly = (finding: FindingDraft, asked: string): FindingDraft => {
  const { requirement, ...rest } = finding;
  return requirement === undefined || requirement === asked ? rest : finding;
};

type Known = {
  raisedOn: PlainDate;
  answeredOn: PlainDate | null;
  lastStopEndsOn: PlainDate | null;
  correctedOn: PlainDate | null;
};

/** A correction is verified after it was answered for or seen, after what blocked it, and not ahead of time. */
export function closureProblem(
  closedOn: PlainDate,
  { raisedOn, answeredOn, lastStopEndsOn, correctedOn }: Known,
  today: PlainDate,
): Problem | null {
  if (closedOn > today) return problem("date-in-future", "closedOn", { latest: formatDate(today) });
  const known = [answeredOn, lastStopEndsOn, correctedOn].flatMap((day) => day ?? []);
  const earliest = [raisedOn, ...known].sort().at(-1) ?? raisedOn;
  return closedOn < earliest ? problem("date-before", "closedOn", { earliest: formatDate(earliest) }) : null;
}
