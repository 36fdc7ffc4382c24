import type {
  Answers,
  AnswerText,
  Basis,
  Checklist,
  GroupScore,
  Outcome,
  Question,
  Score,
  VisitScope,
} from "@/lib/checklists/types";
import { findingProblems, twiceProblems } from "@/lib/findings/rules";
import type { FindingDraft } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

/** Is the question asked on this visit? */
const applies = (question: Pick<Question, "editions" | "subordinates">, visit: VisitScope): boolean =>
  question.editions.includes(visit.editionId) && (!question.subordinates || visit.subordinates);

export const questionsOf = (checklist: Checklist, visit: VisitScope): Question[] =>
  checklist.questions.filter((question) => applies(question, visit));

export const isSettled = (answer: AnswerText | undefined): boolean =>
  answer !== undefined && answer.outcome !== "not_checked";

/** What a question asks by, as it stands in minutes: the clause of the edition, otherwise the document. */
export const requirementAsked = (
  question: Pick<Question, "clauses" | "basis"> | undefined,
  { editionId, designation }: { editionId: string; designation: string },
): string => {
  const clause = question?.clauses[editionId];
  return clause ? `${designation}, ${clause}` : (question?.basis ?? "");
};

/** Questions still to be answered before the minutes can be final. */
export const questionsLeft = (checklist: Checklist, visit: VisitScope, answers: Answers): string[] =>
  questionsOf(checklist, visit)
    .map((question) => question.code)
    .filter((code) => !isSettled(answers[code]));

/** Freezes what a result is computed with. */
export const basisOf = (checklist: Checklist, visit: VisitScope): Basis => ({
  checklistId: checklist.id,
  editionId: visit.editionId,
  subordinates: visit.subordinates,
  groups: checklist.groups.map(({ code, points }) => ({ code, points })),
  questions: questionsOf(checklist, visit).map(({ code, groupCode, gate, maintenance }) => ({
    code,
    groupCode,
    gate,
    maintenance,
  })),
  grades: checklist.grades.map(({ code, minHundredths }) => ({ code, minHundredths })),
});

/** A number of the scoring rule: exact, because grades are decided at their bounds. */
type Fraction = { over: bigint; under: bigint };

const halves = { conforming: 2n, partly: 1n, not_conforming: 0n } satisfies Record<
  Exclude<Outcome, "not_applicable" | "not_checked">,
  bigint
>;

const add = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
const cut = ({ over, under }: Fraction): number => Number(over / under);
const reaches = (value: Fraction, bound: number): boolean => value.over >= BigInt(bound) * value.under;

/** Points of a group in hundredths: points × Σ of answers / those that apply; null where none does. */
function groupFraction(
  basis: Basis,
  group: { code: string; points: number },
  answers: Answers,
): { value: Fraction | null; applicable: number } {
  const scored = basis.questions
    .filter((question) => question.groupCode === group.code)
    .map((question) => answers[question.code]?.outcome ?? "not_checked")
    .filter((outcome) => outcome !== "not_applicable" && outcome !== "not_checked");
  if (scored.length === 0) return { value: null, applicable: 0 };
  const sum = scored.reduce((total, outcome) => total + halves[outcome], 0n);
  return {
    value: { over: BigInt(group.points) * 100n * sum, under: 2n * BigInt(scored.length) },
    applicable: scored.length,
  };
}

/**
 * Groups in hundredths that add up to their sum, cut once: each is cut, and the hundredths that are left over go one each to those
 * that lost most by it, the first of equals first.
 */
function sharesOf(values: readonly (Fraction | null)[], sum: Fraction): (number | null)[] {
  const lost = values
    .flatMap((value, index) => (value ? [{ index, over: value.over % value.under, under: value.under }] : []))
    .sort((a, b) => Number(b.over * a.under - a.over * b.under) || a.index - b.index);
  const given = values.reduce((all, value) => all + (value ? cut(value) : 0), 0);
  const raised = new Set(lost.slice(0, cut(sum) - given).map(({ index }) => index));
  return values.map((value, index) => value && cut(value) + (raised.has(index) ? 1 : 0));
}

const failed = (
  basis: Basis,
  answers: Answers,
  which: "gate" | "maintenance",
  outcomes: readonly Outcome[],
): string[] =>
  basis.questions
    .filter((each) => each[which] && outcomes.includes(answers[each.code]?.outcome ?? "not_checked"))
    .map((each) => each.code);

const halfOfGroup = "F";

/**
 * The score by domain rule: each group's points by its applicable questions; what does not apply is shared out inside the
 * group, a group that does not apply at all over the other groups. Bounds of grades are inclusive and compared exactly; what is
 * shown is cut to hundredths, so that no printed score reaches a bound that the real one did not. What groups show adds up to their
 * sum: to the whole score where every group counts.
 */
export function scoreOf(basis: Basis, answers: Answers): Score {
  const groups = basis.groups.map((group) => ({ ...group, ...groupFraction(basis, group, answers) }));
  const counted = groups.filter((group) => group.value !== null);
  const points = counted.reduce((total, group) => total + BigInt(group.points), 0n);
  const sum = counted.reduce<Fraction>((total, { value }) => (value ? add(total, value) : total), {
    over: 0n,
    under: 1n,
  });
  const shares = sharesOf(
    groups.map(({ value }) => value),
    sum,
  );
  const total: Fraction | null = points === 0n ? null : { over: sum.over * 100n, under: sum.under * points };
  const cappedBy = failed(basis, answers, "gate", ["not_conforming"]);
  const failing = failed(basis, answers, "maintenance", ["partly", "not_conforming", "not_checked"]);
  const legal = groups.find((group) => group.code === halfOfGroup);
  if (legal?.value && !reaches(legal.value, legal.points * 50)) failing.push(halfOfGroup);
  return {
    scoreHundredths: total && cut(total),
    gradeCode: total && gradeOf(basis, total, cappedBy.length > 0),
    cappedBy,
    groupScores: groups.map(({ code, points: worth, applicable }, index): GroupScore => ({
      code,
      points: worth,
      applicable,
      scoreHundredths: shares[index] ?? null,
    })),
    maintains: total !== null && failing.length === 0,
    failing,
    basis,
  };
}

function gradeOf(basis: Basis, total: Fraction, capped: boolean): string | null {
  const fromTop = [...basis.grades].sort((a, b) => b.minHundredths - a.minHundredths);
  const lowest = fromTop.at(-1)?.code ?? null;
  return capped ? lowest : (fromTop.find((grade) => reaches(total, grade.minHundredths))?.code ?? lowest);
}

export const scoreVisit = (checklist: Checklist, visit: VisitScope, answers: Answers): Score =>
  scoreOf(basisOf(checklist, visit), answers);

/** Questions whose answer becomes a finding: whatever does not fully conform. */
export const nonconformingQuestions = (basis: Basis, answers: Answers): string[] =>
  basis.questions
    .map((question) => question.code)
    .filter((code) => ["partly", "not_conforming"].includes(answers[code]?.outcome ?? ""));

/** How grave a finding is to begin with; the inspector decides. */
export const proposedSeverity = (outcome: Outcome, gate: boolean): "major" | "minor" | "observation" =>
  outcome === "partly" ? "observation" : gate ? "major" : "minor";

export type Finalising = {
  checklist: Checklist;
  visit: VisitScope;
  answers: Answers;
  findings: readonly FindingDraft[];
  /** The day on which people sign. */
  signedOn: PlainDate;
};

/** May the minutes become final? Everything answered, each shortcoming described so that it can be acted on. */
export function finaliseProblems({ checklist, visit, answers, findings, signedOn }: Finalising): Problem[] {
  const left = questionsLeft(checklist, visit, answers);
  if (left.length > 0) return [problem("questions-left", undefined, { count: left.length })];
  const wanting = nonconformingQuestions(basisOf(checklist, visit), answers);
  const described = new Map(findings.map((finding) => [finding.questionCode, finding]));
  const missing = wanting.flatMap((code) => {
    const finding = described.get(code);
    if (!finding) return [problem("finding-evidence", `evidence.${code}`)];
    const early = finding.dueOn !== null && finding.dueOn < signedOn;
    return [
      ...findingProblems(finding),
      ...(early ? [problem("date-too-early", `dueOn.${code}`, { earliest: formatDate(signedOn) })] : []),
    ];
  });
  return [...twiceProblems(findings), ...missing];
}

/** The day by which a visit is named: that on which its work began, before that the one planned. */
export const dayOf = ({
  begunOn,
  plannedOn,
}: {
  begunOn?: PlainDate | null;
  plannedOn: PlainDate;
}): PlainDate => begunOn ?? plannedOn;

/** Where a question of a visit is answered in the office. */
export const questionAddress = (visitId: string, groupCode: string, code: string): string =>
  `/audits/${visitId}/${groupCode}#question-${code.replace(".", "-")}`;
