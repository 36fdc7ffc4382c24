import { delivered, fingerprintOfMessage, receive } from "@/lib/visits/delivery/commands";
import type { Delivered } from "@/lib/visits/delivery/types";
import { decideFinal, signingOf, type Sent, type Signing } from "@/lib/visits/final/queries";
import { saveMinutes } from "@/lib/visits/minutes/commands";
import {
  findingText,
  hoursOf,
  hoursText,
  recheckTexts,
  saidHours,
  saidSignatories,
} from "@/lib/visits/minutes/rules";
import { noHours, type Attendance, type MinutesSheet } from "@/lib/visits/minutes/types";
import { isRefusal, lockVisit, type OpenVisit } from "@/lib/visits/recording/queries";
import { saveFindings, saveResult } from "@/lib/visits/results/commands";
import { finaliseForm, type FinaliseInput } from "@/lib/visits/schema";
import { takeSealed } from "@/lib/visits/sealed/commands";
import type { Score } from "@/lib/checklists/types";
import { findWorded } from "@/lib/visits/wording/queries";
import type { Worded } from "@/lib/visits/wording/types";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { commandOf } from "@/lib/journal/commands";
import { change, receiptAgain, record } from "@/lib/journal/entries/commands";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/**
 * Makes the minutes final: the score by the checklist as it is now, frozen with it, the findings and what the agency says, once
 * and for all, under the day on which people signed, or on which that arrived where it lies before it. What a device sealed stands as it was signed; whatever a colleague saved
 * otherwise meanwhile is kept in the history. From an office page it is refused where somebody changed what was on screen, or the text is another than the one that was read.
 */
export const finaliseVisit = commandOf(
  "audits.finalise",
  finaliseForm,
  async (viewer, input: FinaliseInput, sent?: Sent): Promise<Result<Delivered>> => {
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
  },
);

async function finalise(
  tx: Tx,
  viewer: Viewer,
  input: FinaliseInput & { worded: Worded | null },
  signing: Signing,
): Promise<Result<Delivered>> {
  const visit = await lockVisit(tx, viewer, input.visitId, "alone");
  if (isRefusal(visit)) return visit;
  if (visit.final) return finalBefore(tx, visit.id, signing.fingerprint);
  const final = await decideFinal(tx, viewer, visit, input, signing);
  if (isRefusal(final)) return final;
  const { countedOn, recordedAt, clockFast } = signing;
  const { checklist, stored, sheet, score, text, fingerprint } = final;
  if (input.sealed) {
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
