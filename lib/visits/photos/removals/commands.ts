import { delivered, fingerprintOfMessage, receive } from "@/lib/visits/delivery/commands";
import type { Delivered, Mark } from "@/lib/visits/delivery/types";
import { openQuestion } from "@/lib/visits/photos/queries";
import { isRefusal } from "@/lib/visits/recording/queries";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { command } from "@/lib/journal/commands";
import { receiptAgain, record } from "@/lib/journal/entries/commands";
import type { Receipt } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result, refuse, Refused } from "@/lib/kernel/result";
import { photoRemoval } from "@/lib/visits/photos/removals/schema";

/** A picture of a question, named by its bytes, whoever sent it. */
export type Removal = { visitId: string; questionCode: string; sha256: string };

/**
 * Takes a photograph off its answer as a device says it. The file stays in the store, and the history names it. Of a picture that is
 * off already the receipt is that of whoever took it off.
 */
export function takeBackPhoto(viewer: Viewer, removal: Removal, mark: Mark): Promise<Result<Delivered>> {
  const { visitId, questionCode, sha256 } = removal;
  const item = {
    ...mark,
    visitId,
    subject: `removal:${questionCode}`,
    sha256: fingerprintOfMessage({ removal: true, visitId, questionCode, sha256 }),
  };
  return receive(viewer, item, { question: questionCode, sha256 }, async (tx) => {
    const taken = await takenBack(tx, viewer, removal);
    return taken.ok ? done(delivered(taken.value, 0)) : taken;
  });
}

async function takenBack(tx: Tx, viewer: Viewer, removal: Removal): Promise<Result<Receipt>> {
  const { visitId, questionCode, sha256 } = removal;
  const visit = await openQuestion(tx, viewer, visitId, questionCode);
  if (isRefusal(visit)) return visit;
  const rows = await tx.$executeRaw`
    delete from answer_evidence e using attachment a where a.id = e.attachment_id and e.visit_id = ${visitId}::uuid
      and e.question_code = ${questionCode} and a.sha256 = ${sha256}`;
  if (rows === 0) return takenBackBefore(tx, removal);
  return done(
    await record(tx, viewer, {
      chain: visit.agencyId,
      action: "photo-removed",
      entity: "visit",
      entityId: visitId,
      content: { question: questionCode, sha256 },
    }),
  );
}

/** The receipt of whoever took the picture off; a refusal where it never was there. */
async function takenBackBefore(tx: Tx, { visitId, questionCode, sha256 }: Removal): Promise<Result<Receipt>> {
  const [entry] = await tx.$queryRaw<{ id: bigint }[]>`
    select id from journal_entry where entity = 'visit' and entity_id = ${visitId} and action = 'photo-removed'
      and content::jsonb @> ${JSON.stringify({ question: questionCode, sha256 })}::jsonb order by id desc limit 1`;
  return entry ? done(await receiptAgain(tx, entry.id)) : refused(problem("photo-gone"));
}

/** Takes a photograph off its answer. The file stays in the store, and the history names it. */
export const removePhoto = command("audits.record", photoRemoval, async ({ tx, viewer }, form) => {
  const { visitId, questionCode, photoId } = form;
  const visit = await openQuestion(tx, viewer, visitId, questionCode);
  if (isRefusal(visit)) throw new Refused(visit);
  const [removed] = await tx.$queryRaw<{ sha256: string }[]>`
    with gone as (delete from answer_evidence where visit_id = ${visitId}::uuid and question_code = ${questionCode}
      and attachment_id = ${photoId}::uuid returning attachment_id)
    select a.sha256 from attachment a join gone on gone.attachment_id = a.id`;
  if (!removed) refuse("already-done");
  return {
    ...{ chain: visit.agencyId, action: "photo-removed", entity: "visit", entityId: visitId },
    content: { question: questionCode, sha256: removed.sha256 },
  };
});
