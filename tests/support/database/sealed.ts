import { randomBytes } from "node:crypto";

import { receiveMinutes } from "@/lib/visits/commands";
import { questionsOf } from "@/lib/checklists/rules";
import { sha256Hex } from "@/lib/platform/hash";
import { minutesText } from "@/lib/visits/minutes/rules";
import { absent, type MinutesSheet } from "@/lib/visits/minutes/types";
import { minutesMessage } from "@/lib/visits/sealed/schema";
import { uuidv7 } from "@/lib/kernel/ids";
import { plainDate } from "@/lib/kernel/plain-date";

import { answerAll, inspector, loadedVisit, createVisit } from "./visit";

/** What a device would seal of a visit as it stands on it, and its message as the door reads it. */
export async function sealedOf(visitId: string, more: Partial<MinutesSheet> = {}) {
  const visit = await loadedVisit(visitId);
  const asked = new Set(questionsOf(visit.checklist, visit.scope).map(({ code }) => code));
  const sheet: MinutesSheet = {
    visitId,
    signedOn: plainDate("2017-12-30"),
    answers: Object.fromEntries(Object.entries(visit.answers).filter(([code]) => asked.has(code))),
    photos: {},
    rechecks: visit.rechecks,
    findings: [
      {
        questionCode: "D.2",
        severity: "minor",
        evidence: "Bảng tin tầng 1 niêm yết bản ký năm 2012",
        scope: "Trụ sở chính",
        dueOn: plainDate("2017-12-30"),
      },
    ],
    conclusion: "Đề nghị khắc phục",
    representative: absent,
    ...more,
  };
  const text = minutesText(sheet);
  const fingerprint = sha256Hex(text);
  const message = minutesMessage.parse({
    format: 1,
    visitId,
    recordedAt: "2017-12-30T16:30:00Z",
    text,
    fingerprint,
  });
  return { text, fingerprint, input: message };
}

/** A visit whose minutes a device has sealed, after whatever else was done with it. */
export async function sealedVisit(before?: (visit: string) => Promise<unknown>): Promise<string> {
  const visit = await createVisit();
  await before?.(visit);
  await answerAll(visit);
  const { input } = await sealedOf(visit);
  const mark = { id: uuidv7(Date.now(), randomBytes(10)), recordedAt: new Date("2017-12-30T16:30:00Z") };
  const done = await receiveMinutes(await inspector(), input, mark);
  if (!done.ok) throw new Error("refused");
  return visit;
}
