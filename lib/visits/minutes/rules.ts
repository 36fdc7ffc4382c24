import {
  noHours,
  type Attendance,
  type Member,
  type MinutesRecord,
  type MinutesSheet,
  type Representative,
  type Signatory,
  type VisitHours,
} from "@/lib/visits/minutes/types";
import type { Recheck } from "@/lib/findings/rechecks/types";
import type { FindingDraft } from "@/lib/findings/types";
import { canonical } from "@/lib/journal/rules";
import type { Value } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { clean } from "@/lib/kernel/text";

/**
 * The one text of the minutes that the fingerprint (SHA-256) is taken over. Device and server write it alike from the same
 * sheet; whatever is changed afterwards changes it.
 */
export function minutesText({
  visitId,
  signedOn,
  answers,
  photos,
  rechecks,
  findings,
  conclusion,
  hours,
  attendance,
  representative,
  signatories,
  words,
}: MinutesSheet): string {
  const inOrder = [...findings].sort((a, b) => (a.questionCode < b.questionCode ? -1 : 1));
  const content: { readonly [key: string]: Value } = {
    form: attendance === undefined ? "ne-nep-minutes-v1" : "ne-nep-minutes-v2",
    visit: visitId,
    ...(signedOn !== undefined && { signedOn }),
    answers: Object.fromEntries(
      Object.entries(answers).map(([code, { outcome, note }]) => [code, { outcome, note }]),
    ),
    photos: Object.fromEntries(
      Object.entries(photos).flatMap(([code, hashes]) =>
        hashes.length > 0 ? [[code, [...hashes].sort()]] : [],
      ),
    ),
    // Minutes from before there were rechecks keep the text that their fingerprint was taken over.
    ...(Object.keys(rechecks).length > 0 && { rechecks: recheckTexts(rechecks) }),
    findings: inOrder.map(findingText),
    conclusion,
    ...hoursIfKnown(hours),
    ...saidAttendance(attendance),
    representative: { ...representative, signature: { ...representative.signature } },
    ...saidSignatories(signatories),
    // Minutes of before their text was sealed with them have none.
    ...(words && { words }),
  };
  return canonical(content);
}

/** A finding about which the agency has said nothing of its own reads as before it was asked. */
export const findingText = ({ statement = "", ...finding }: FindingDraft): FindingDraft => ({
  ...finding,
  ...(statement !== "" && { statement }),
});

/** What was seen of earlier findings, and nothing of how it was saved. */
export const recheckTexts = (rechecks: MinutesSheet["rechecks"]): Record<string, Recheck> =>
  Object.fromEntries(
    Object.entries(rechecks).map(([finding, { outcome, note }]) => [finding, { outcome, note }]),
  );

/** Minutes without hours read as they did before hours were asked for: devices of then seal the same text. */
export const hoursIfKnown = (hours: VisitHours = noHours): { readonly [key: string]: Value } =>
  Object.values(hours).every((each) => each === null || each === undefined)
    ? {}
    : { hours: hoursText(hours) };

export const hoursText = ({ startedAt, endedAt, startedOn, endedOn }: VisitHours) => ({
  ...{ startedAt, endedAt },
  ...(startedOn !== undefined && { startedOn }),
  ...(endedOn && { endedOn }),
});

/** When the work was done as the text of the minutes says it: an app of before put it on the day of signing. */
export const hoursOf = ({
  hours = noHours,
  signedOn,
  words,
}: Pick<MinutesSheet, "hours" | "signedOn" | "words">): VisitHours =>
  hours.startedOn === undefined && words ? { ...hours, startedOn: signedOn } : hours;

/** Minutes of before it was asked who was there say nothing of it. */
const saidAttendance = (attendance: Attendance | undefined): { readonly [key: string]: Value } =>
  attendance === undefined ? {} : { attendance: attendance.map((each) => ({ ...each })) };

/** Who of a team papers name as present, and whom as absent: as minutes say it, else the whole team. */
export const thereAndAway = <T extends Member>(
  team: readonly T[],
  attendance: Attendance | undefined,
): { there: readonly (T | Member)[]; away: readonly Member[] } => ({
  there: attendance?.filter(({ present }) => present) ?? team,
  away: attendance?.filter(({ present }) => !present) ?? [],
});

/** Nobody audits without somebody of the team being there. */
export const attendanceProblems = (attendance: Attendance | undefined): Problem[] =>
  attendance?.every(({ present }) => !present) ? [problem("nobody-present", "present")] : [];

/** Minutes that nobody else signed read as they did before anybody else could. */
export const saidSignatories = (signatories: readonly Signatory[] = []): { readonly [key: string]: Value } =>
  signatories.length === 0
    ? {}
    : { signatories: signatories.map((each) => ({ ...each, signature: { ...each.signature } })) };

const leads = ({ duty }: Member): boolean => duty === "leader";

/** Has the team a leader who is not among those who are there? */
export const isLeaderAway = (team: readonly Member[], there: readonly Member[]): boolean =>
  team.some(leads) && !there.some(leads);

/** Who is there of a team, and who of them signs in the place of a leader who is away: whoever was chosen, else the deputy. */
export function attendanceOf(
  team: readonly Member[],
  isThere: (member: Member) => boolean,
  chosen: string | null | undefined,
): Attendance {
  const there = team.filter(isThere);
  const standIn = isLeaderAway(team, there)
    ? there.find(({ personId, duty }) => (chosen ? personId === chosen : duty === "deputy"))
    : undefined;
  return team.map((member) => ({
    ...member,
    present: there.includes(member),
    ...(member === standIn && { signs: true }),
  }));
}

/** Somebody signs for the team: where its leader is away and has no deputy there, it is chosen who. */
export function signerProblems(attendance: Attendance = []): Problem[] {
  const { there } = thereAndAway([], attendance);
  return there.length > 0 && isLeaderAway(attendance, there) && !there.some(({ signs }) => signs)
    ? [problem("signer-needed", "signer")]
    : [];
}

/** Under which words the team signs: its leader, the deputy in the leader's place (KT.), or a member in the team's name (TM.). */
export function teamTitle(there: readonly Member[]): string[] {
  const standIn = there.find(({ signs }) => signs);
  if (!standIn) return ["TRƯỞNG ĐOÀN"];
  if (standIn.duty === "deputy") return ["KT. TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN"];
  return ["TM. ĐOÀN KIỂM TRA", standIn.duty === "secretary" ? "THƯ KÝ" : "THÀNH VIÊN"];
}

/** The name of who signs for the team, as far as it is known. */
export const teamSignerName = (there: readonly Member[]): string | null =>
  (there.find(({ signs }) => signs) ?? there.find(leads))?.name ?? null;

/** A question whose own note says something else than the evidence of its finding: both stand in the minutes. */
export type NoteApart = { code: string; note: string };

/** Where they differ, so that somebody looks before it is read out: notes are taken down on the spot, evidence is written anew. */
export const notesApart = ({ answers, findings }: Pick<MinutesSheet, "answers" | "findings">): NoteApart[] =>
  findings.flatMap(({ questionCode: code, evidence }) => {
    const note = clean(answers[code]?.note ?? "");
    return note === "" || note === clean(evidence) ? [] : [{ code, note }];
  });

/** Within a minute both clocks say the same. */
const sameMoment = 60_000;

/** Is its moment the claim of a device? Where no clock was measured and both say the same, it may be the site's own. */
export const isClaimed = ({
  recordedAt,
  receivedAt,
  clockFast,
}: Pick<MinutesRecord, "recordedAt" | "receivedAt" | "clockFast">): boolean =>
  clockFast !== null || Math.abs(receivedAt.getTime() - recordedAt.getTime()) >= sameMoment;

/** A signature belongs to a name. */
export const signatoryProblems = (signatories: readonly Signatory[] = []): Problem[] =>
  signatories.flatMap(({ part, name }) =>
    name === "" ? [problem("signatory-name", `signatory.${part}`)] : [],
  );

/** Work has a day, ends after it began, past midnight too, and is not signed before it was done. */
export function hoursProblems(hours: VisitHours = noHours, signedOn?: PlainDate): Problem[] {
  const { startedAt, endedAt, startedOn, endedOn } = hours;
  if (startedOn === null) return [problem("required", "startedOn")];
  if (startedOn && endedOn && endedOn < startedOn)
    return [problem("date-too-early", "endedOn", { earliest: formatDate(startedOn) })];
  const ended = endedOn ?? startedOn;
  if (signedOn && ended && ended > signedOn)
    return [problem("after-signing", endedOn ? "endedOn" : "startedOn", { day: formatDate(signedOn) })];
  return startedAt !== null && endedAt !== null && ended === startedOn && endedAt <= startedAt
    ? [problem("end-before-start", "endedAt", { startedAt })]
    : [];
}

/** The text of an amendment: it names the fingerprint of what it amends. */
export const amendmentText = (amended: string, reason: string, representative: Representative): string =>
  canonical({
    form: "ne-nep-minutes-v1",
    amends: amended,
    reason,
    representative: { ...representative, signature: { ...representative.signature } },
  });

/** Who agrees or dissents says who they are; dissent says why, of the whole or at a finding; a signature belongs to a name. */
export function representativeProblems(
  { opinion, name, statement, signature }: Representative,
  findings: readonly FindingDraft[] = [],
): Problem[] {
  if (opinion === "absent")
    return signature.kind === "none" ? [] : [problem("signature-without-opinion", "opinion")];
  return [
    ...(name === "" ? [problem("representative-name", "representativeName")] : []),
    ...(opinion === "dissents" && [statement, ...findings.map((each) => each.statement ?? "")].join("") === ""
      ? [problem("dissent-why", "statement")]
      : []),
  ];
}
