import { delivered, fingerprintOfMessage, receive } from "@/lib/visits/delivery/commands";
import type { Delivered, Mark } from "@/lib/visits/delivery/types";
import { decideFinal, signingOf, type Asked } from "@/lib/visits/final/queries";
import type { Signing } from "@/lib/visits/final/types";
import { saveMinutes } from "@/lib/visits/minutes/commands";
import {
  findingText,
  hoursOf,
  hoursText,
  recheckTexts,
  hoursIfKnown,
  saidSignatories,
} from "@/lib/visits/minutes/rules";
import { noHours, type Attendance, type MinutesSheet } from "@/lib/visits/minutes/types";
import { isRefusal, lockVisit, type OpenVisit } from "@/lib/visits/recording/queries";
import { saveFindings, saveResult } from "@/lib/visits/results/commands";
import { finaliseForm, type FinaliseInput, type MinutesSent } from "@/lib/visits/schema";
import { takeSealed } from "@/lib/visits/sealed/commands";
import { tellDisplaced } from "@/lib/visits/sealed/displaced/queries";
import type { Score } from "@/lib/checklists/types";
import { findWorded } from "@/lib/visits/wording/queries";
import type { Tx } from "@/lib/identity/database";
import { refusalOf } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { commandOf } from "@/lib/journal/commands";
import { change, receiptAgain, record } from "@/lib/journal/entries/commands";
import { problem } from "@/lib/kernel/problem";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/**
 * Makes the minutes final from an office page: the score by the checklist as it is now, frozen with it, the findings and what the
 * agency says, once and for all, under today. Refused where somebody changed what was on screen, or the text is another than the one
 * that was read.
 */
export const finaliseVisit = commandOf(
  "audits.finalise",
  finaliseForm,
  async (viewer, input: FinaliseInput): Promise<Result<Delivered>> => {
    const day = await today();
    const worded = await findWorded(viewer, input.visitId);
    return change(viewer, (tx) => finalise(tx, viewer, { ...input, from: "form", worded }, day));
  },
);

/**
 * Receives minutes that were signed on a device, once, under the day on which people signed, or on which that arrived where it lies
 * before it. They stand as they were signed; what a colleague had sent otherwise by then is kept beside them, and told with the receipt.
 */
export async function receiveMinutes(
  viewer: Viewer,
  sent: MinutesSent,
  mark: Mark,
): Promise<Result<Delivered>> {
  const refusal = refusalOf(viewer, "audits.finalise", sent);
  if (refusal) return refused(refusal);
  const day = await today();
  const { visitId, findings, conclusion, hours, representative, signatories, fingerprint, sealed } = sent;
  const message = {
    findings: findings.map(findingText),
    conclusion,
    ...hoursIfKnown(hours),
    representative: { ...representative, signature: { ...representative.signature } },
    ...saidSignatories(signatories),
    fingerprint,
    ...(sealed && { text: sealed.text }),
  };
  const sha256 = fingerprintOfMessage({ ...message, visit: visitId });
  const item = { ...mark, visitId, subject: "minutes", sha256 };
  return receive(
    viewer,
    item,
    message,
    (tx) => finalise(tx, viewer, { ...sent, from: "device", mark }, day),
    { tell: async (tx) => ({ displaced: await tellDisplaced(tx, visitId) }) },
  );
}

async function finalise(tx: Tx, viewer: Viewer, asked: Asked, day: PlainDate): Promise<Result<Delivered>> {
  const visit = await lockVisit(tx, viewer, asked.visitId, "alone");
  if (isRefusal(visit)) return visit;
  if (visit.final) return finalBefore(tx, visit.id, asked);
  const signing = signingOf(asked, day);
  const final = await decideFinal(tx, viewer, visit, asked, signing);
  if (isRefusal(final)) return final;
  const { countedOn, recordedAt, clockFast } = signing;
  const { checklist, stored, sheet, score, text, fingerprint } = final;
  if (asked.from === "device" && asked.sealed) {
    const refusal = await takeSealed(tx, viewer, visit, stored, sheet);
    if (refusal) return refusal;
  }
  const { conclusion, representative } = sheet;
  const receipt = await record(tx, viewer, finalised(visit, score, sheet, { ...signing, fingerprint }));
  await saveFindings(tx, visit, checklist, sheet.findings, countedOn);
  await saveResult(tx, viewer, visit, score, conclusion, countedOn, receipt);
  await saveMinutes(
    tx,
    viewer,
    { visitId: visit.id, agencyId: visit.agencyId, version: 1, reason: "" },
    { text, fingerprint, hours: hoursOf(sheet), representative, recordedAt, clockFast },
    receipt,
  );
  return done(delivered(receipt, 1));
}

/** Already final: the same minutes have the receipt that they have, others come too late. */
async function finalBefore(tx: Tx, visitId: string, asked: Asked): Promise<Result<Delivered>> {
  const same =
    asked.from === "form"
      ? null
      : await tx.visitMinutes.findFirst({
          where: { visitId, fingerprint: asked.fingerprint },
          select: { receiptNo: true, version: true },
        });
  return same
    ? done(delivered(await receiptAgain(tx, same.receiptNo), same.version))
    : refused(problem("visit-final"));
}

const namesOf = (attendance: Attendance): string[] => attendance.map(({ name }) => name);

const finalised = (
  visit: OpenVisit,
  score: Score,
  { findings, rechecks, conclusion, hours, attendance, representative, signatories = [] }: MinutesSheet,
  { signedOn, arrivedOn, fingerprint }: Pick<Signing, "signedOn" | "arrivedOn"> & { fingerprint: string },
) =>
  ({
    chain: visit.agencyId,
    action: "visit-finalised",
    entity: "visit",
    entityId: visit.id,
    content: {
      signedOn,
      ...(signedOn > arrivedOn && { arrivedOn }),
      score: score.scoreHundredths,
      grade: score.gradeCode,
      cappedBy: score.cappedBy,
      findings: findings.map(findingText),
      ...(Object.keys(rechecks).length > 0 && { rechecks: recheckTexts(rechecks) }),
      conclusion,
      ...hoursText(hours ?? noHours),
      ...(attendance && {
        present: namesOf(attendance.filter(({ present }) => present)),
        away: namesOf(attendance.filter(({ present }) => !present)),
        ...(attendance.some(({ signs }) => signs) && {
          signsFor: namesOf(attendance.filter(({ signs }) => signs)),
        }),
      }),
      opinion: representative.opinion,
      representative: representative.name,
      statement: representative.statement,
      ...(signatories.length > 0 && { signatories: signatories.map(({ part, name }) => ({ part, name })) }),
      fingerprint,
    },
  }) as const;
