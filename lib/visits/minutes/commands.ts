import { amendmentText, representativeProblems } from "@/lib/visits/minutes/rules";
import { amendmentForm } from "@/lib/visits/minutes/schema";
import { absent, noHours, type Representative, type VisitHours } from "@/lib/visits/minutes/types";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { commandOf, onceAForm } from "@/lib/journal/commands";
import { record } from "@/lib/journal/entries/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import { changedSinceRead } from "@/lib/journal/last/queries";
import type { FormId, Receipt } from "@/lib/journal/types";
import { toDatabase } from "@/lib/kernel/plain-date";
import { timeToDatabase } from "@/lib/kernel/plain-time";
import { done, refuse, Refused, refuseIf } from "@/lib/kernel/result";
import { moment } from "@/lib/platform/clock";
import { sha256Hex } from "@/lib/platform/hash";

type Place = { visitId: string; agencyId: string; version: number; reason: string };
type Minutes = {
  text: string;
  fingerprint: string;
  hours: VisitHours;
  representative: Representative;
  recordedAt: Date;
  clockFast: number | null;
};

/**
 * One version of the minutes. Its text, signature included, is what the fingerprint was taken over. The rows of the visit name the
 * receipt, so that they are written after its entry: one more entry seals them as they are from now on.
 */
export async function saveMinutes(
  tx: Tx,
  viewer: Viewer,
  { visitId, agencyId, version, reason }: Place,
  { text, fingerprint, hours, representative, recordedAt, clockFast }: Minutes,
  receipt: Receipt,
): Promise<void> {
  const { startedAt, endedAt, startedOn, endedOn } = hours;
  await tx.visitMinutes.create({
    data: {
      visitId,
      agencyId,
      version,
      amends: version === 1 ? null : version - 1,
      reason,
      fingerprint,
      content: text,
      opinion: representative.opinion,
      statement: representative.statement,
      representativeName: representative.name,
      representativeTitle: representative.title,
      signatureKind: representative.signature.kind,
      startedOn: startedOn ? toDatabase(startedOn) : null,
      endedOn: endedOn ? toDatabase(endedOn) : null,
      startedAt: startedAt && timeToDatabase(startedAt),
      endedAt: endedAt && timeToDatabase(endedAt),
      recordedAt,
      clockFast,
      recordedBy: viewer.accountId ?? "",
      receiptNo: BigInt(receipt.number),
    },
    select: { visitId: true },
  });
  await record(tx, viewer, {
    chain: agencyId,
    action: "records-sealed",
    entity: "visit",
    entityId: visitId,
    content: { minutes: version },
  });
}

type Latest = {
  agencyId: string;
  version: number;
  fingerprint: string;
  recordedAt: Date;
};

/** The newest version of minutes that one's own team made final. */
const latest = (tx: Tx, viewer: Viewer, visitId: string): Promise<Latest | null> =>
  tx.visitMinutes.findFirst({
    where: { visitId, visit: { team: { some: { personId: viewer.personId ?? "" } } } },
    orderBy: { version: "desc" },
    select: { agencyId: true, version: true, fingerprint: true, recordedAt: true },
  });

/**
 * Adds a version that names the fingerprint of the one before it; what was signed stays as it was. Pressed twice it is one version,
 * under one receipt.
 */
export const amendMinutes = onceAForm(
  commandOf("audits.finalise", amendmentForm, (viewer, form, drawn?: FormId) => {
    const { visitId, reason } = form;
    const representative = form.representative ?? absent;
    const sent = { ...form, representative };
    return changeOnce(viewer, { act: "minutes-amended", sent, form: drawn, adds: true }, async (tx) => {
      refuseIf(representativeProblems(representative));
      const before = await latest(tx, viewer, visitId);
      if (!before) refuse("not-in-team");
      if (before.version !== form.version) throw new Refused(await changedSinceRead(tx, "visit", visitId));
      const version = before.version + 1;
      const text = amendmentText(before.fingerprint, reason, representative);
      const fingerprint = sha256Hex(text);
      const { opinion, name, statement } = representative;
      const receipt = await record(tx, viewer, {
        ...{ chain: before.agencyId, action: "minutes-amended", entity: "visit", entityId: visitId },
        content: {
          ...{ minutes: version, amends: before.version, reason },
          ...{ opinion, representative: name, statement, fingerprint },
        },
      });
      const place = { visitId, agencyId: before.agencyId, version, reason };
      // The visit began and ended once: an amendment has no hours.
      const said = { hours: noHours, representative, recordedAt: await moment(), clockFast: null };
      await saveMinutes(tx, viewer, place, { text, fingerprint, ...said }, receipt);
      return done(receipt);
    });
  }),
);
