import { answersOf, asked, photosOf, rechecksOf } from "@/components/field/sheets";
import { dueDatesOn } from "@/lib/audits/field/rules";
import type { FieldPack, PackedVisit } from "@/lib/audits/field/types";
import { hoursProblems, minutesText, representativeProblems } from "@/lib/audits/minutes/rules";
import { absent, noHours, type MinutesSheet, type Representative } from "@/lib/audits/minutes/types";
import { recheckProblems } from "@/lib/audits/rechecks/rules";
import { basisOf, finaliseProblems, proposedSeverity, questionsWanting } from "@/lib/audits/rules";
import type { FindingDraft } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Problem } from "@/lib/kernel/problem";
import { clean } from "@/lib/kernel/text";
import type { Held, MinutesDraft } from "@/lib/offline/types";

/** The draft as it is kept, with a finding for each answer that does not conform now: what was written of it stays. */
export function draftOf(visit: PackedVisit, held: Held, pack: FieldPack, day: PlainDate): MinutesDraft {
  const kept = held.drafts.find((draft) => draft.visitId === visit.id);
  const dueDates = dueDatesOn(pack, kept?.dueFrom ?? day);
  const answers = answersOf(visit, held, null);
  const wanting = questionsWanting(basisOf(visit.checklist, visit.scope), answers);
  const gates = new Set(asked(visit).flatMap((question) => (question.gate ? [question.code] : [])));
  const findings = wanting.map((code): FindingDraft => {
    const answer = answers[code] ?? { outcome: "not_conforming" as const, note: "" };
    const severity = proposedSeverity(answer.outcome, gates.has(code));
    return (
      kept?.findings.find((finding) => finding.questionCode === code) ?? {
        questionCode: code,
        severity,
        evidence: answer.note,
        scope: "",
        dueOn: dueDates[severity],
      }
    );
  });
  return {
    visitId: visit.id,
    findings,
    conclusion: kept?.conclusion ?? "",
    hours: kept?.hours ?? noHours,
    representative: kept?.representative ?? absent,
    dueFrom: kept?.dueFrom ?? day,
  };
}

/**
 * Counts due dates from the day of signing: where the draft was begun on another day, each date that nobody has changed by hand
 * moves along.
 */
export function dueFromDay(draft: MinutesDraft, pack: FieldPack, day: PlainDate): MinutesDraft {
  const { dueFrom = day, findings } = draft;
  if (dueFrom === day) return draft;
  const [before, now] = [dueDatesOn(pack, dueFrom), dueDatesOn(pack, day)];
  return {
    ...draft,
    dueFrom: day,
    findings: findings.map((finding) =>
      finding.dueOn === before[finding.severity] ? { ...finding, dueOn: now[finding.severity] } : finding,
    ),
  };
}

const cleanFinding = (finding: FindingDraft): FindingDraft => ({
  ...finding,
  evidence: clean(finding.evidence),
  scope: clean(finding.scope),
  dueOn: finding.severity === "observation" ? null : finding.dueOn,
});

const cleanRepresentative = ({
  opinion,
  name,
  title,
  statement,
  signature,
}: Representative): Representative => ({
  opinion,
  name: clean(name),
  title: clean(title),
  statement: clean(statement),
  signature:
    opinion === "absent"
      ? { kind: "none" }
      : signature.kind === "drawn"
        ? signature
        : { kind: clean(name) ? "typed" : "none" },
});

/** What is read out and sealed: every text in the one form in which the server stores it. */
export function sheetOf(
  visit: PackedVisit,
  held: Held,
  draft: MinutesDraft,
  signedOn: PlainDate,
): MinutesSheet {
  const answers = Object.entries(answersOf(visit, held, null)).map(([code, { outcome, note }]) => [
    code,
    { outcome, note: clean(note) },
  ]);
  const rechecks = Object.entries(rechecksOf(visit, held)).map(([id, { outcome, note }]) => [
    id,
    { outcome, note: clean(note) },
  ]);
  return {
    visitId: visit.id,
    signedOn,
    rechecks: Object.fromEntries(rechecks) as MinutesSheet["rechecks"],
    answers: Object.fromEntries(answers) as MinutesSheet["answers"],
    photos: photosOf(visit, held),
    findings: draft.findings.map(cleanFinding),
    conclusion: clean(draft.conclusion),
    hours: draft.hours,
    representative: cleanRepresentative(draft.representative),
  };
}

/** The same rules that the server decides by. */
export const problemsOf = (visit: PackedVisit, sheet: MinutesSheet, signedOn: PlainDate): Problem[] => [
  ...finaliseProblems({
    checklist: visit.checklist,
    visit: visit.scope,
    answers: sheet.answers,
    findings: sheet.findings,
    signedOn,
  }),
  ...recheckProblems(visit.openBefore, sheet.rechecks),
  ...hoursProblems(sheet.hours),
  ...representativeProblems(sheet.representative),
];

/** The very text that is sealed, and its SHA-256 in lower-case hex. */
export async function sealedText(sheet: MinutesSheet): Promise<{ text: string; fingerprint: string }> {
  const text = minutesText(sheet);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const fingerprint = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { text, fingerprint };
}
