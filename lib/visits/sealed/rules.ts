import {
  attendanceProblems,
  hoursProblems,
  representativeProblems,
  signatoryProblems,
} from "@/lib/visits/minutes/rules";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import { basisOf, questionsLeft, questionsOf, nonconformingQuestions } from "@/lib/checklists/rules";
import type { Answers, AnswerText, Checklist, VisitScope } from "@/lib/checklists/types";
import { twiceProblems } from "@/lib/findings/rules";
import type { FindingDraft } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

/** No device of ours dates before its pack was made, and none takes a visit along before the programme was approved. */
const dayProblems = (signedOn: PlainDate | undefined, approvedOn: PlainDate): Problem[] =>
  signedOn !== undefined && signedOn < approvedOn
    ? [
        problem("signed-too-early", "signedOn", {
          day: formatDate(signedOn),
          earliest: formatDate(approvedOn),
        }),
      ]
    : [];

/** Without what was seen, how far it reaches and by when it is mended a finding is none. */
const partsLeft = ({ questionCode, evidence, scope, severity, dueOn }: FindingDraft): Problem[] => [
  ...(evidence === "" ? [problem("finding-evidence", `evidence.${questionCode}`)] : []),
  ...(scope === "" ? [problem("finding-scope", `scope.${questionCode}`)] : []),
  ...(dueOn === null && severity !== "observation" ? [problem("required", `dueOn.${questionCode}`)] : []),
];

/**
 * What keeps sealed minutes from being what they say they are: a question that is not asked or not answered, a shortcoming without
 * a finding, a finding due before the day of signing, a day before the programme, a signature without a name. A day that has not come yet is taken as
 * it is claimed: the clock of the device ran ahead, and what people signed stands. How well it is put was asked on the device, before people signed; what they signed is not refused for it.
 */
export function sealedProblems(
  checklist: Checklist,
  visit: VisitScope,
  sheet: MinutesSheet,
  approvedOn: PlainDate,
): Problem[] {
  const { answers, findings, signedOn } = sheet;
  const asked = new Set(questionsOf(checklist, visit).map(({ code }) => code));
  if (Object.keys(answers).some((code) => !asked.has(code))) return [problem("unknown-input")];
  const left = questionsLeft(checklist, visit, answers).length;
  const described = new Set(findings.map(({ questionCode }) => questionCode));
  return [
    ...twiceProblems(findings),
    ...(left > 0 ? [problem("questions-left", undefined, { count: left })] : []),
    ...nonconformingQuestions(basisOf(checklist, visit), answers)
      .filter((code) => !described.has(code))
      .map((code) => problem("finding-evidence", `evidence.${code}`)),
    ...findings
      .filter(({ dueOn }) => dueOn !== null && signedOn !== undefined && dueOn < signedOn)
      .map(({ questionCode }) => problem("date-too-early", `dueOn.${questionCode}`, earliest(signedOn))),
    ...findings.flatMap(partsLeft),
    ...dayProblems(signedOn, approvedOn),
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
