import { loadChecklist } from "@/lib/audits/checklist/queries";
import { delivered, fingerprintOfMessage, receive } from "@/lib/audits/delivery/commands";
import type { Delivered, Mark } from "@/lib/audits/delivery/types";
import { saveMinutes, sha256Of } from "@/lib/audits/minutes/commands";
import {
  attendanceProblems,
  findingText,
  hoursProblems,
  minutesText,
  recheckTexts,
  representativeProblems,
  saidHours,
  saidSignatories,
  signatoryProblems,
} from "@/lib/audits/minutes/rules";
import { noHours, type Attendance, type MinutesSheet } from "@/lib/audits/minutes/types";
import { finaliseProblems, questionsWanting, scoreVisit } from "@/lib/audits/rules";
import { earlierFindings, loadRechecks } from "@/lib/audits/rechecks/queries";
import { recheckProblems, savesOf } from "@/lib/audits/rechecks/rules";
import type { EarlierFinding, Rechecks } from "@/lib/audits/rechecks/types";
import type { FinaliseInput } from "@/lib/audits/schema";
import { takeSealed } from "@/lib/audits/sealed/commands";
import { saveFindings, saveResult } from "@/lib/audits/results/commands";
import { sealedProblems } from "@/lib/audits/sealed/rules";
import { isRefusal, lockVisit, type OpenVisit } from "@/lib/audits/recording/queries";
import type { Score } from "@/lib/audits/types";
import { tells } from "@/lib/audits/wording/faith/rules";
import { findWorded } from "@/lib/audits/wording/queries";
import { sealedWith } from "@/lib/audits/wording/rules";
import type { Worded } from "@/lib/audits/wording/types";
import type { Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, receiptAgain, record } from "@/lib/journal/commands";
import { formatInstant } from "@/lib/kernel/format";
import { dayInVietnam, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { conflicting, done, refused, type Refusal, type Result } from "@/lib/kernel/result";
import { now, today } from "@/lib/platform/clock";

/** From a device: its mark, and the fingerprint of what was read out and signed there. */
export type Sent = { mark: Mark; fingerprint: string };

/**
 * Makes the minutes final: the score by the checklist as it is now, frozen with it, the findings and what the agency says, once
 * and for all, under the day on which people signed. What a device sealed stands as it was signed; whatever a colleague saved
 * otherwise meanwhile is kept in the history. From an office page it is refused where somebody changed what was on screen.
 */
export async function finaliseVisit(
  viewer: Viewer,
  input: FinaliseInput,
  sent?: Sent,
): Promise<Result<Delivered>> {
  if (!may(viewer, "audits.finalise")) return refused(problem("not-in-team"));
  const day = await today();
  const worded = sent ? null : await findWorded(viewer, input.visitId);
  const work = (tx: Tx) => finalise(tx, viewer, { ...input, worded }, signingOf(input, day, sent));
  if (!sent) return change(viewer, work);
  const { findings, conclusion, hours, representative, signatories } = input;
  const message = {
    findings: findings.map(findingText),
    conclusion,
    ...saidHours(hours),
    representative: { ...representative, signature: { ...representative.signature } },
    ...saidSignatories(signatories),
    fingerprint: sent.fingerprint,
    ...(input.sealed && { text: input.sealed.text }),
  };
  const sha256 = fingerprintOfMessage({ ...message, visit: input.visitId });
  const item = { ...sent.mark, visitId: input.visitId, subject: "minutes", sha256 };
  return receive(viewer, item, message, work);
}

/** When and where people signed. */
type Signing = {
  /** The day that everything is dated by: never later than the day on which it arrived. */
  signedOn: PlainDate;
  arrivedOn: PlainDate;
  recordedAt: Date;
  clockFast: number | null;
  /** What a device says that it sealed. */
  fingerprint: string | undefined;
};

function signingOf({ sealed }: FinaliseInput, day: PlainDate, sent: Sent | undefined): Signing {
  const recordedAt = sent?.mark.recordedAt ?? now();
  const claimed = sealed?.sheet.signedOn ?? (sent ? dayInVietnam(recordedAt) : day);
  return {
    signedOn: claimed < day ? claimed : day,
    arrivedOn: day,
    recordedAt,
    clockFast: sent?.mark.clockFast ?? null,
    fingerprint: sent?.fingerprint,
  };
}

async function finalise(
  tx: Tx,
  viewer: Viewer,
  input: FinaliseInput & { worded: Worded | null },
  { signedOn, arrivedOn, recordedAt, clockFast, fingerprint }: Signing,
): Promise<Result<Delivered>> {
  const visit = await lockVisit(tx, viewer, input.visitId, "alone");
  if (isRefusal(visit)) return visit;
  if (visit.final) return finalBefore(tx, visit.id, fingerprint);
  const checklist = await loadChecklist(tx, visit.checklistId, "vi");
  const stored = await onRecord(tx, visit.id);
  const changed = await changedSince(tx, input, stored.rechecks);
  if (changed) return changed;
  const { worded, ...said } = input;
  const sheet = input.sealed?.sheet ?? {
    ...said,
    ...stored,
    ...(fingerprint === undefined && { signedOn }),
    attendance: await attendanceIn(tx, visit.id, input.present),
  };
  const problems = input.sealed
    ? sealedProblems(checklist, visit, sheet, { approvedOn: visit.approvedOn, arrivedOn })
    : [
        ...finaliseProblems({ checklist, visit, answers: sheet.answers, findings: input.findings, signedOn }),
        ...recheckProblems(await earlierOf(tx, visit), sheet.rechecks),
        ...hoursProblems(input.hours),
        ...attendanceProblems(sheet.attendance),
        ...representativeProblems(input.representative, input.findings),
        ...signatoryProblems(input.signatories),
      ];
  if (problems.length > 0) return refused(...problems);
  const score = scoreVisit(checklist, visit, sheet.answers);
  const wanting = questionsWanting(score.basis, sheet.answers);
  const findings = sheet.findings.filter((finding) => wanting.includes(finding.questionCode));
  const final = { ...sheet, findings };
  const text = input.sealed?.text ?? minutesText(worded ? sealedWith(worded, final) : final);
  const computed = sha256Of(text);
  if (fingerprint !== undefined && fingerprint !== computed)
    return input.sealed ? refused(problem("minutes-differ")) : differing(viewer);
  if (sheet.words && !tells(sheet.words, score, checklist, sheet)) return refused(problem("minutes-differ"));
  if (input.sealed) {
    const refusal = await takeSealed(tx, viewer, visit, stored, sheet);
    if (refusal) return refusal;
  }
  const { conclusion, hours, representative } = sheet;
  const receipt = await record(
    tx,
    viewer,
    finalised(visit, score, { ...sheet, findings }, { signedOn, fingerprint: computed }),
  );
  await saveFindings(tx, visit, checklist, findings, signedOn);
  await saveResult(tx, viewer, visit, score, conclusion, signedOn, receipt);
  await saveMinutes(
    tx,
    viewer,
    { visitId: visit.id, agencyId: visit.agencyId, version: 1, reason: "" },
    { text, fingerprint: computed, hours: hours ?? noHours, representative, recordedAt, clockFast },
    receipt,
  );
  return done(delivered(receipt, 1));
}

/** Of those ticked in a form who was there, and who of the team was not; undefined where it was not asked. */
async function attendanceIn(
  tx: Tx,
  visitId: string,
  present: FinaliseInput["present"],
): Promise<Attendance | undefined> {
  if (present === undefined) return undefined;
  const team = await tx.teamMember.findMany({
    where: { visitId },
    orderBy: { duty: "asc" },
    select: { personId: true, duty: true, person: { select: { fullName: true } } },
  });
  return team.map(({ personId, duty, person }) => ({
    personId,
    name: person.fullName,
    duty,
    present: present.includes(personId),
  }));
}

/** Already final: the same minutes have the receipt that they have, others come too late. */
async function finalBefore(
  tx: Tx,
  visitId: string,
  fingerprint: string | undefined,
): Promise<Result<Delivered>> {
  const same =
    fingerprint === undefined
      ? null
      : await tx.visitMinutes.findFirst({
          where: { visitId, fingerprint },
          select: { receiptNo: true, version: true },
        });
  return same
    ? done(delivered(await receiptAgain(tx, same.receiptNo), same.version))
    : refused(problem("visit-final"));
}

const differing = (viewer: Viewer): Refusal => ({
  ...conflicting({ current: {}, savedBy: viewer.name, savedAt: formatInstant(now()) }),
  problems: [problem("minutes-differ")],
});

type OnRecord = Pick<MinutesSheet, "answers" | "photos"> & { rechecks: Rechecks };

/** What the server holds of a visit that is being recorded. */
async function onRecord(tx: Tx, visitId: string): Promise<OnRecord> {
  const rows = await tx.answer.findMany({
    where: { visitId },
    select: {
      questionCode: true,
      outcome: true,
      note: true,
      evidence: { select: { attachment: { select: { sha256: true } } } },
    },
  });
  return {
    answers: Object.fromEntries(
      rows.map(({ questionCode, outcome, note }) => [questionCode, { outcome, note }]),
    ),
    photos: Object.fromEntries(
      rows.map(({ questionCode, evidence }) => [
        questionCode,
        evidence.map((each) => each.attachment.sha256),
      ]),
    ),
    rechecks: await loadRechecks(tx, visitId),
  };
}

const earlierOf = (tx: Tx, visit: OpenVisit): Promise<EarlierFinding[]> =>
  tx.finding.findMany({
    where: earlierFindings({ ...visit, plannedOn: toDatabase(visit.plannedOn) }),
    orderBy: [{ raisedOn: "asc" }, { questionCode: "asc" }],
    select: { id: true, questionCode: true },
  });

/** What somebody saved after it was shown to who now makes the minutes final. */
async function changedSince(
  tx: Tx,
  { visitId, seen }: FinaliseInput,
  rechecks: Rechecks,
): Promise<Refusal | null> {
  if (seen === null) return null;
  const seenSaves = seen["rechecks"];
  if (seenSaves !== undefined && seenSaves !== savesOf(Object.values(rechecks)))
    return refused(problem("rechecks-changed"));
  const sections = await tx.visitSection.findMany({
    where: { visitId },
    orderBy: { groupCode: "asc" },
    select: { groupCode: true, version: true },
  });
  const changed = sections.filter(({ groupCode, version }) => seen[groupCode] !== version);
  if (changed.length === 0) return null;
  return refused(
    problem("answers-changed", undefined, { groups: changed.map((each) => each.groupCode).join(", ") }),
  );
}

const namesOf = (attendance: Attendance): string[] => attendance.map(({ name }) => name);

const finalised = (
  visit: OpenVisit,
  score: Score,
  { findings, rechecks, conclusion, hours, attendance, representative, signatories = [] }: MinutesSheet,
  { signedOn, fingerprint }: { signedOn: PlainDate; fingerprint: string },
) =>
  ({
    chain: visit.agencyId,
    action: "visit-finalised",
    entity: "visit",
    entityId: visit.id,
    content: {
      signedOn,
      score: score.scoreHundredths,
      grade: score.gradeCode,
      cappedBy: score.cappedBy,
      findings: findings.map(findingText),
      ...(Object.keys(rechecks).length > 0 && { rechecks: recheckTexts(rechecks) }),
      conclusion,
      ...(hours ?? noHours),
      ...(attendance && {
        present: namesOf(attendance.filter(({ present }) => present)),
        away: namesOf(attendance.filter(({ present }) => !present)),
      }),
      opinion: representative.opinion,
      representative: representative.name,
      statement: representative.statement,
      ...(signatories.length > 0 && { signatories: signatories.map(({ part, name }) => ({ part, name })) }),
      fingerprint,
    },
  }) as const;
