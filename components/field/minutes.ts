import { begunOn } from "@/components/field/begun";
import { answersOf, asked, photosOf, rechecksOf } from "@/components/field/sheets";
import { dueDatesOn, type HeldPack } from "@/lib/fieldwork/pack/rules";
import type { FieldPack, PackedVisit } from "@/lib/fieldwork/pack/types";
import {
  attendanceOf,
  attendanceProblems,
  hoursProblems,
  minutesText,
  representativeProblems,
  signatoryProblems,
  signerProblems,
} from "@/lib/visits/minutes/rules";
import {
  absent,
  noHours,
  signerParts,
  type Member,
  type MinutesSheet,
  type Representative,
  type Signatory,
  type Signature,
  type VisitHours,
} from "@/lib/visits/minutes/types";
import { recheckProblems } from "@/lib/visits/rechecks/rules";
import {
  basisOf,
  finaliseProblems,
  proposedSeverity,
  nonconformingQuestions,
  requirementAsked,
  scoreVisit,
} from "@/lib/checklists/rules";
import type { Question } from "@/lib/checklists/types";
import { preciseOnly } from "@/lib/findings/rules";
import type { FindingDraft } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { clean } from "@/lib/kernel/text";
import { isMissing } from "@/lib/offline/signing/rules";
import type { ShownResult, Signer } from "@/lib/offline/signing/types";
import type { Held, MinutesDraft, RepresentativeDraft } from "@/lib/offline/types";

export const keptDraft = (visit: PackedVisit, held: Held): MinutesDraft | undefined =>
  held.drafts.find((draft) => draft.visitId === visit.id);

/** Nobody is absent unasked: what a draft of before reading was asked for says of it was only proposed. */
function representativeOf(kept: MinutesDraft | undefined): RepresentativeDraft {
  const { representative = { ...absent, opinion: null }, readOver } = kept ?? {};
  return representative.opinion === "absent" && readOver === undefined
    ? { ...representative, opinion: null }
    : representative;
}

/** When the work began and ended: until somebody says another day, it began on that of the first thing that stands now. */
function hoursIn(kept: MinutesDraft | undefined, startedFrom: PlainDate): VisitHours {
  const hours = { ...noHours, startedOn: startedFrom, ...kept?.hours };
  const isUntouched = kept?.startedFrom !== undefined && hours.startedOn === kept.startedFrom;
  return isUntouched ? { ...hours, startedOn: startedFrom } : hours;
}

/** The draft as it is kept, with a finding for each answer that does not conform now: what was written of it stays. */
export function draftOf(
  visit: PackedVisit,
  held: Held,
  pack: HeldPack,
  day: PlainDate,
  kept: MinutesDraft | undefined = keptDraft(visit, held),
): MinutesDraft {
  const dueDates = dueDatesOn(pack, kept?.dueFrom ?? day);
  const startedFrom = begunOn(visit, held, pack, day);
  const answers = answersOf(visit, held, null);
  const wanting = nonconformingQuestions(basisOf(visit.checklist, visit.scope), answers);
  const questions = new Map(asked(visit).map((question) => [question.code, question]));
  const findings = wanting.map((code): FindingDraft => {
    const answer = answers[code] ?? { outcome: "not_conforming" as const, note: "" };
    const severity = proposedSeverity(answer.outcome, questions.get(code)?.gate ?? false);
    return {
      // A draft of an app of before has no place to say where.
      reference: "",
      requirement: requirementOf(visit, questions.get(code)),
      ...(kept?.findings.find((finding) => finding.questionCode === code) ?? {
        questionCode: code,
        severity,
        evidence: answer.note,
        scope: "",
        dueOn: dueDates[severity],
      }),
    };
  });
  return {
    ...kept,
    visitId: visit.id,
    findings,
    conclusion: kept?.conclusion ?? "",
    hours: hoursIn(kept, startedFrom),
    startedFrom,
    representative: representativeOf(kept),
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

/** Who is absent says nothing; what was typed of it before stays in the draft. */
const cleanStatement = (statement: string, { opinion }: RepresentativeDraft): string =>
  opinion === null || opinion === "absent" ? "" : clean(statement);

const cleanFinding = (
  visit: PackedVisit,
  { statement = "", ...finding }: FindingDraft,
  representative: RepresentativeDraft,
): FindingDraft => {
  const question = asked(visit).find(({ code }) => code === finding.questionCode);
  const ofQuestion = requirementOf(visit, question);
  const cleaned = {
    ...finding,
    evidence: clean(finding.evidence),
    reference: clean(finding.reference ?? ""),
    requirement: clean(finding.requirement ?? ofQuestion),
    scope: clean(finding.scope),
    dueOn: finding.severity === "observation" ? null : finding.dueOn,
    statement: cleanStatement(statement, representative),
  };
  return preciseOnly(cleaned, ofQuestion);
};

const cleanSignature = (signature: Signature, name: string): Signature =>
  signature.kind === "typed" && name === "" ? { kind: "none" } : signature;

/** Until something is chosen nobody has signed, and nothing is sealed: it reads as absence. */
const cleanRepresentative = ({ opinion, signature, ...said }: RepresentativeDraft): Representative => {
  const name = clean(said.name);
  const isThere = opinion !== null && opinion !== "absent";
  return {
    opinion: opinion ?? "absent",
    name,
    title: clean(said.title),
    statement: clean(said.statement),
    signature: isThere ? cleanSignature(signature, name) : { kind: "none" },
  };
};

/** Those who signed, or said that they sign on paper; a name alone, put down for them beforehand, is nothing yet. */
const cleanSignatories = ({ signatories = [], byHand = [] }: MinutesDraft): Signatory[] =>
  signatories.flatMap(({ part, signature, ...said }) => {
    const [name, title] = [clean(said.name), clean(said.title)];
    const given = cleanSignature(signature, name);
    const signs = given.kind !== "none" || (byHand.includes(part) && name !== "");
    return signs ? [{ part, name, title, signature: given }] : [];
  });

/** Everybody of the team as planned, until they are unticked. */
export const isPresent = ({ away = [] }: Pick<MinutesDraft, "away">, { personId }: Member): boolean =>
  !away.includes(personId);

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
    findings: draft.findings.map((finding) => cleanFinding(visit, finding, draft.representative)),
    conclusion: clean(draft.conclusion),
    hours: draft.hours,
    attendance: attendanceOf(visit.team, (member) => isPresent(draft, member), draft.signsFor),
    representative: cleanRepresentative(draft.representative),
    signatories: cleanSignatories(draft),
  };
}

/** The result as it is shown when the minutes are read out. */
export function shownResult(visit: PackedVisit, sheet: MinutesSheet): ShownResult {
  const { scoreHundredths, gradeCode } = scoreVisit(visit.checklist, visit.scope, sheet.answers);
  return { scoreHundredths, gradeCode };
}

/** What a question asks for, by its clause of the standard or its law. */
export const requirementOf = (visit: PackedVisit, question: Question | undefined): string =>
  requirementAsked(question, { ...visit.scope, designation: visit.designation });

/** What stands in the way of reading the minutes out. */
export const contentProblems = (visit: PackedVisit, sheet: MinutesSheet, signedOn: PlainDate): Problem[] => [
  ...finaliseProblems({
    checklist: visit.checklist,
    visit: visit.scope,
    answers: sheet.answers,
    findings: sheet.findings,
    signedOn,
  }),
  ...recheckProblems(visit.openBefore, sheet.rechecks),
  ...attendanceProblems(sheet.attendance),
  ...signerProblems(sheet.attendance),
  ...hoursProblems(sheet.hours, signedOn),
];

/** Under which name it is said what is wrong with a signature. */
export const signatureField = (signer: Signer): string => `signature.${signer}`;

/** Who had signed another text is asked again; of who is absent, nothing. */
const missingSignatures = (draft: MinutesDraft): Problem[] =>
  (["representative", ...signerParts] as const)
    .filter((signer) => signer !== "representative" || draft.representative.opinion !== "absent")
    .filter((signer) => isMissing(draft, signer))
    .map((signer) => problem("sign-again", signatureField(signer)));

/** What stands in the way of sealing what has been read: the rules that the server decides by, and signatures that were taken off. */
export const signingProblems = (sheet: MinutesSheet, draft: MinutesDraft): Problem[] =>
  draft.representative.opinion === null
    ? [problem("opinion-needed", "opinion")]
    : [
        ...representativeProblems(sheet.representative, sheet.findings),
        ...signatoryProblems(sheet.signatories),
        ...missingSignatures(draft),
      ];

/** The very text that is sealed, and its SHA-256 in lower-case hex. */
export async function sealedText(sheet: MinutesSheet): Promise<{ text: string; fingerprint: string }> {
  const text = minutesText(sheet);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const fingerprint = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { text, fingerprint };
}
