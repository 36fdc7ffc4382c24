import { delivered, fingerprintOfMessage, receive, type KeepWith } from "@/lib/visits/delivery/commands";
import type { Delivered, Mark } from "@/lib/visits/delivery/types";
import { captionForm } from "@/lib/visits/photos/captions/schema";
import { isPictureKept, isPictureThere, openQuestion } from "@/lib/visits/photos/queries";
import { isRefusal } from "@/lib/visits/recording/queries";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { commandOf } from "@/lib/journal/commands";
import { change, receiptAgain, record } from "@/lib/journal/entries/commands";
import type { Receipt } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { done, refuse, refused, type Result } from "@/lib/kernel/result";

/** The words about one picture of a question; the picture is named by its bytes, whoever sent it. */
export type Caption = { visitId: string; questionCode: string; sha256: string; caption: string };

/** Takes the caption of a photograph that was sent before it. What was said last stands; the history keeps every wording. */
export function captionPhoto(viewer: Viewer, said: Caption, mark: Mark): Promise<Result<Delivered>> {
  const { visitId, questionCode, sha256, caption } = said;
  const item = {
    ...mark,
    visitId,
    subject: `caption:${questionCode}`,
    sha256: fingerprintOfMessage({ visitId, questionCode, sha256, caption }),
  };
  const write = async (tx: Tx): Promise<Result<Delivered>> => {
    const written = await captioned(tx, viewer, said);
    return written.ok ? done(delivered(written.value, 0)) : written;
  };
  const keepWords: KeepWith = async (tx) =>
    (await isPictureThere(tx, said)) || (await isPictureKept(tx, said))
      ? done({})
      : refused(problem("photo-gone"));
  return receive(viewer, item, { question: questionCode, sha256, caption }, write, { keepWith: keepWords });
}

/** Writes what a photograph shows, inside the transaction of the change; the same words again have the receipt they had. */
export async function captioned(tx: Tx, viewer: Viewer, said: Caption): Promise<Result<Receipt>> {
  const { visitId, questionCode, sha256, caption } = said;
  const visit = await openQuestion(tx, viewer, visitId, questionCode);
  if (isRefusal(visit)) return visit;
  const rows = await tx.$executeRaw`
    update answer_evidence e set caption = ${caption} from attachment a
    where a.id = e.attachment_id and e.visit_id = ${visitId}::uuid and e.question_code = ${questionCode} and a.sha256 = ${sha256}
      and e.caption <> ${caption}`;
  if (rows === 0) return captionedBefore(tx, said);
  return done(
    await record(tx, viewer, {
      chain: visit.agencyId,
      action: "photo-captioned",
      entity: "visit",
      entityId: visitId,
      content: { question: questionCode, sha256, caption },
    }),
  );
}

/** The receipt of what gave a photograph the words it has; a refusal where the photograph is gone. */
async function captionedBefore(tx: Tx, { visitId, questionCode, sha256 }: Caption): Promise<Result<Receipt>> {
  const [last] = await tx.$queryRaw<{ id: bigint }[]>`
    select j.id from answer_evidence e join attachment a on a.id = e.attachment_id
      join journal_entry j on j.entity = 'visit' and j.entity_id = e.visit_id::text and j.action in ('photo-attached', 'photo-captioned')
        and j.content like '%' || a.sha256 || '%'
    where e.visit_id = ${visitId}::uuid and e.question_code = ${questionCode} and a.sha256 = ${sha256}
    order by j.id desc limit 1`;
  return last ? done(await receiptAgain(tx, last.id)) : refused(problem("photo-gone"));
}

/** Changes the caption of a photograph from the office. */
export const setCaption = commandOf("audits.record", captionForm, (viewer, form) => {
  const { visitId, questionCode, photoId, caption } = form;
  return change(viewer, async (tx) => {
    const visit = await openQuestion(tx, viewer, visitId, questionCode);
    if (isRefusal(visit)) return visit;
    const there = await tx.answerEvidence.findUnique({
      where: { visitId_questionCode_attachmentId: { visitId, questionCode, attachmentId: photoId } },
      select: { caption: true, attachment: { select: { sha256: true } } },
    });
    if (!there) refuse("photo-gone");
    if (there.caption === caption) refuse("no-change");
    const { sha256 } = there.attachment;
    return captioned(tx, viewer, { visitId, questionCode, sha256, caption });
  });
});
