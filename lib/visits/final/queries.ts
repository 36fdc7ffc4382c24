import { loadChecklist } from "@/lib/checklists/queries";
import type { Mark } from "@/lib/visits/delivery/types";
import type { Foreseen, Signing } from "@/lib/visits/final/types";
import {
  attendanceOf,
  attendanceProblems,
  hoursProblems,
  minutesText,
  notesApart,
  representativeProblems,
  signatoryProblems,
  signerProblems,
} from "@/lib/visits/minutes/rules";
import type { Attendance, MinutesSheet, SealedMinutes } from "@/lib/visits/minutes/types";
import { earlierFindings, loadRechecks } from "@/lib/visits/rechecks/queries";
import { recheckProblems, savesOf } from "@/lib/visits/rechecks/rules";
import type { EarlierFinding, Rechecks } from "@/lib/visits/rechecks/types";
import { isRefusal, lockVisit, type LockedVisit, type OpenVisit } from "@/lib/visits/recording/queries";
import { finaliseProblems, nonconformingQuestions, scoreVisit } from "@/lib/checklists/rules";
import type { FinaliseInput, MinutesSent } from "@/lib/visits/schema";
import { sealedProblems } from "@/lib/visits/sealed/rules";
import type { Checklist, Score } from "@/lib/checklists/types";
import { tells } from "@/lib/visits/wording/faith/rules";
import { findWorded } from "@/lib/visits/wording/queries";
import { sealedWith } from "@/lib/visits/wording/rules";
import type { Worded } from "@/lib/visits/wording/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { formatInstant } from "@/lib/kernel/format";
import { dayInVietnam, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { conflicting, done, refused, type Refusal, type Result } from "@/lib/kernel/result";
import { now, today } from "@/lib/platform/clock";
import { sha256Hex } from "@/lib/platform/hash";

/** Minutes to be made final, by where they come from: an office form, with the words that its server finds, or a device. */
export type Asked =
  (FinaliseInput & { from: "form"; worded: Worded | null }) | (MinutesSent & { from: "device"; mark: Mark });

/** What was signed whole, where it was. */
const sealedOf = (asked: Asked): SealedMinutes | undefined =>
  asked.from === "device" ? asked.sealed : undefined;

export function signingOf(asked: Asked, day: PlainDate): Signing {
  if (asked.from === "form")
    return { signedOn: day, arrivedOn: day, countedOn: day, recordedAt: now(), clockFast: null };
  const { recordedAt, clockFast = null } = asked.mark;
  const claimed = asked.sealed?.sheet.signedOn ?? dayInVietnam(recordedAt);
  return {
    signedOn: claimed,
    arrivedOn: day,
    countedOn: claimed < day ? claimed : day,
    recordedAt,
    clockFast,
  };
}

/** Minutes as they would be made final now: nothing of it is written yet. */
export type Final = {
  checklist: Checklist;
  /** What the server holds of the visit. */
  stored: OnRecord;
  /** What is sealed, with a finding for each answer that falls short. */
  sheet: MinutesSheet;
  score: Score;
  text: string;
  fingerprint: string;
};

/** What minutes would say, or why they cannot be made final. The visit is locked by whoever asks. */
export async function decideFinal(
  tx: Tx,
  viewer: Viewer,
  visit: LockedVisit,
  asked: Asked,
  signing: Signing,
): Promise<Final | Refusal> {
  const checklist = await loadChecklist(tx, visit.checklistId, "vi");
  const stored = await onRecord(tx, visit.id);
  const changed = asked.from === "form" ? await changedSince(tx, asked, stored.rechecks) : null;
  if (changed) return changed;
  const said = await saidIn(tx, visit, asked, stored, signing);
  const problems = await problemsIn(tx, visit, checklist, asked, said, signing);
  if (problems.length > 0) return refused(...problems);
  const score = scoreVisit(checklist, visit, said.answers);
  const wanting = nonconformingQuestions(score.basis, said.answers);
  const findings = said.findings.filter((finding) => wanting.includes(finding.questionCode));
  const final = { ...said, findings };
  const sheet = asked.from === "form" && asked.worded ? sealedWith(asked.worded, final) : final;
  const sealed = sealedOf(asked);
  const text = sealed?.text ?? minutesText(sheet);
  const fingerprint = sha256Hex(text);
  if (asked.from === "device" && asked.fingerprint !== fingerprint)
    return sealed ? refused(problem("minutes-differ")) : differing(viewer);
  if (sealed && said.words && !tells(said.words, score, checklist, said))
    return refused(problem("minutes-differ"));
  if (asked.from === "form" && asked.shown !== undefined && asked.shown !== fingerprint)
    return refused(problem("shown-changed"));
  return { checklist, stored, sheet, score, text, fingerprint };
}

/** The minutes: as a device sealed them, or as the form says them of what stands. */
async function saidIn(
  tx: Tx,
  visit: LockedVisit,
  asked: Asked,
  stored: OnRecord,
  { signedOn }: Signing,
): Promise<MinutesSheet> {
  const { visitId, conclusion, findings, hours, representative } = asked;
  const said = { visitId, conclusion, findings, hours, representative, ...stored };
  if (asked.from === "device") return asked.sealed?.sheet ?? { ...said, signatories: asked.signatories };
  return { ...said, signedOn, attendance: await attendanceIn(tx, visit.id, asked) };
}

async function problemsIn(
  tx: Tx,
  visit: LockedVisit,
  checklist: Checklist,
  asked: Asked,
  sheet: MinutesSheet,
  { signedOn, countedOn }: Signing,
): Promise<Problem[]> {
  const { findings, hours, representative } = asked;
  if (sealedOf(asked)) return sealedProblems(checklist, visit, sheet, visit.approvedOn);
  return [
    ...finaliseProblems({ checklist, visit, answers: sheet.answers, findings, signedOn: countedOn }),
    ...recheckProblems(await earlierOf(tx, visit), sheet.rechecks),
    ...hoursProblems(hours, signedOn),
    ...attendanceProblems(sheet.attendance),
    ...signerProblems(sheet.attendance),
    ...representativeProblems(representative, findings),
    ...signatoryProblems(sheet.signatories),
  ];
}

/** The text that an office form would seal now, to be read before it is; or why it cannot be made final. */
export async function foreseeMinutes(viewer: Viewer, input: FinaliseInput): Promise<Result<Foreseen>> {
  if (!may(viewer, "audits.finalise")) return refused(problem("not-in-team"));
  const worded = await findWorded(viewer, input.visitId);
  const asked = { ...input, from: "form", worded } as const;
  const signing = signingOf(asked, await today());
  const final = await asViewer(viewer, async (tx) => {
    const visit = await lockVisit(tx, viewer, input.visitId, "shared");
    if (isRefusal(visit)) return visit;
    return visit.final ? refused(problem("visit-final")) : decideFinal(tx, viewer, visit, asked, signing);
  });
  if (isRefusal(final)) return final;
  const { words } = final.sheet;
  return words
    ? done({ words, fingerprint: final.fingerprint, apart: notesApart(final.sheet) })
    : refused(problem("not-in-team"));
}

/** Of those ticked in a form who was there, and who of the team was not; undefined where it was not asked. */
async function attendanceIn(
  tx: Tx,
  visitId: string,
  { present, signer }: FinaliseInput,
): Promise<Attendance | undefined> {
  if (present === undefined) return undefined;
  const team = await tx.teamMember.findMany({
    where: { visitId },
    orderBy: { duty: "asc" },
    select: { personId: true, duty: true, person: { select: { fullName: true } } },
  });
  const members = team.map(({ personId, duty, person }) => ({ personId, name: person.fullName, duty }));
  return attendanceOf(members, ({ personId }) => present.includes(personId), signer);
}

type OnRecord = Pick<MinutesSheet, "answers" | "photos"> & { rechecks: Rechecks };

/** What the server holds of a visit that is being recorded. */
async function onRecord(tx: Tx, visitId: string): Promise<OnRecord> {
  const rows = await tx.answer.findMany({
    where: { visitId },
    select: {
      questionCode: true,
      outcome: true,
      note: true,
      evidence: {
        orderBy: [{ attachment: { uploadedAt: "asc" } }, { attachmentId: "asc" }],
        select: { attachment: { select: { sha256: true } } },
      },
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

const differing = (viewer: Viewer): Refusal => ({
  ...conflicting({ current: {}, savedBy: viewer.name, savedAt: formatInstant(now()) }),
  problems: [problem("minutes-differ")],
});
