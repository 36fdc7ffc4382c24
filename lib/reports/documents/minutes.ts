import { minutesRecipients } from "@/lib/visits/minutes/ends/rules";
import { draftMark, illustrativeMark, teamLetterhead } from "@/lib/reports/documents/issuer";
import type { Paper } from "@/lib/reports/documents/model";
import { drawnWords } from "@/lib/reports/documents/words";
import { dayInName, minutesSignatures, proofOf } from "@/lib/reports/documents/signing";
import { composed } from "@/lib/reports/documents/composed-minutes";
import type { MinutesFacts } from "@/lib/reports/documents/minutes-types";

/**
 * Biên bản kiểm tra (form 1.9), as it was signed: what was added later is a paper of its own. Until the visit is final it is a
 * draft without scores, and says so. Minutes whose text was sealed with them are only drawn; those of before are put into the words
 * in which they have always been printed.
 */
export function minutesOf(facts: MinutesFacts): Paper {
  const { visit, minutes, photos, office, registration, illustrative } = facts;
  const draft = visit.result === null;
  const sealed = minutes?.signed.words;
  const attachedTo = `Kèm theo Biên bản kiểm tra tại ${visit.agencyName}`;
  const said = sealed
    ? drawnWords(sealed, photos, attachedTo, minutes.fingerprint)
    : composed(facts, attachedTo);
  return {
    fileName: `Biên bản kiểm tra ${visit.agencyName} ${dayInName(visit)}${draft ? " (dự thảo)" : ""}`,
    letterhead: teamLetterhead(office, registration),
    title: { kind: draft ? "DỰ THẢO BIÊN BẢN" : "BIÊN BẢN", subject: said.subject },
    addressees: [],
    bases: said.bases,
    body: said.body,
    signatures: minutesSignatures(visit.team, minutes?.signed.attendance, minutes),
    recipients: minutesRecipients(visit.agencyName, office.issuer.name),
    closing: minutes === null ? [] : proofOf(minutes, visit.result?.finalisedOn),
    annexes: said.annexes,
    marks: [...(draft ? [draftMark] : []), ...(illustrative ? [illustrativeMark] : [])],
  };
}
