import {
  attendanceProblems,
  hoursProblems,
  representativeProblems,
  signatoryProblems,
} from "@/lib/visits/minutes/rules";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import { basisOf, questionsLeft, questionsOf, questionsWanting } from "@/lib/checklists/rules";
import type { Answers, AnswerText, Checklist, VisitScope } from "@/lib/checklists/types";
import { twiceProblems } from "@/lib/findings/rules";
import type { FindingDraft } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

/** Between which days people can have signed: after the programme was approved, and before it arrived. */
export type SigningDays = { approvedOn: PlainDate; arrivedOn: PlainDate };

/** Days by which a device's clock may be ahead and what it sealed is still taken: it is dated by its arrival then. */
const clockAhead = 2;

function dayProblems(signedOn: PlainDate | undefined, { approvedOn, arrivedOn }: SigningDays): Problem[] {
  if (signedOn === undefined) return [];
  const day = formatDate(signedOn);
  if (signedOn < approvedOn)
    return [problem("signed-too-early", "signedOn", { day, earliest: formatDate(approvedOn) })];
  return signedOn > addDays(arrivedOn, clockAhead) ? [problem("signed-ahead", "signedOn", { day })] : [];
}

/** Without what was seen, how far it reaches and by when it is mended a finding is none. */
const partsLeft = ({ questionCode, evidence, scope, severity, dueOn }: FindingDraft): Problem[] => [
  ...(evidence === "" ? [problem("finding-evidence", `evidence.${questionCode}`)] : []),
  ...(scope === "" ? [problem("finding-scope", `scope.${questionCode}`)] : []),
  ...(dueOn === null && severity !== "observation" ? [problem("required", `dueOn.${questionCode}`)] : []),
];

/**
 * What keeps sealed minutes from being what they say they are: a question that is not asked or not answered, a shortcoming without
 * a finding, a finding due before the day of signing, a day on which nobody can have signed, a signature without a name. How well it is put was asked on the device, before people signed; what they signed is not refused for it.
 */
export function sealedProblems(
  checklist: Checklist,
  visit: VisitScope,
  sheet: MinutesSheet,
  days: SigningDays,
): Problem[] {
  const { answers, findings, signedOn } = sheet;
  const asked = new Set(questionsOf(checklist, visit).map(({ code }) => code));
  if (Object.keys(answers).some((code) => !asked.has(code))) return [problem("unknown-input")];
  const left = questionsLeft(checklist, visit, answers).length;
  const described = new Set(findings.map(({ questionCode }) => questionCode));
  return [
    ...twiceProblems(findings),
    ...(left > 0 ? [problem("questions-left", undefined, { count: left })] : []),
    ...questionsWanting(basisOf(checklist, visit), answers)
      .filter((code) => !described.has(code))
      .map((code) => problem("finding-evidence", `evidence.${code}`)),
    ...findings
      .filter(({ dueOn }) => dueOn !== null && signedOn !== undefined && dueOn < signedOn)
      .map(({ questionCode }) => problem("date-too-early", `dueOn.${questionCode}`, earliest(signedOn))),
    ...findings.flatMap(partsLeft),
    ...dayProblems(signedOn, days),
    ...hoursProblems(sheet.hours, signedOn),
    ...attendanceProblems(sheet.attendance),
    ...representativeProblems(sheet.representative, findings),
    ...signatoryProblems(sheet.signatories),
  ];
}

const earliest = (day: PlainDate | undefined) => (day ? { earliest: formatDate(day) } : {});

/** A clause group in which the server held something else than was signed. */
export type Displaced = { groupCode: string; signed: Answers; displaced: Answers };

const same = (a: AnswerText, b: AnswerText | undefined): boolean =>
  a.outcome === b?.outcome && a.note === b.note;

/** The groups in which what was signed is not what stands, with what stands there otherwise. */
export function displacedIn(stands: Answers, signed: Answers): Displaced[] {
  const groups = [...new Set(Object.keys(signed).map((code) => code.slice(0, 1)))].sort();
  return groups.flatMap((groupCode) => {
    const own = Object.entries(signed).filter(([code]) => code.startsWith(`${groupCode}.`));
    const differing = own.filter(([code, answer]) => !same(answer, stands[code]));
    if (differing.length === 0) return [];
    const displaced = differing.flatMap(([code]) => (stands[code] ? [[code, stands[code]] as const] : []));
    return [{ groupCode, signed: Object.fromEntries(differing), displaced: Object.fromEntries(displaced) }];
  });
}
