import type { MinutesRecord } from "@/lib/visits/minutes/types";
import { outsideOf, receivedUpTo, type Chunk } from "@/lib/visits/photos/rules";
import type { OutsidePhoto } from "@/lib/visits/photos/types";
import { isRefusal, lockVisit, type OpenVisit } from "@/lib/visits/recording/queries";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { receiptNumber } from "@/lib/journal/rules";
import { isId } from "@/lib/kernel/ids";
import { problem } from "@/lib/kernel/problem";
import { refused, type Refusal } from "@/lib/kernel/result";

/**
 * The visit of one's own team that asks this question, open and locked; or why its photographs cannot be changed. That it is final is
 * said last: what is of no question is not even late.
 */
export async function openQuestion(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  questionCode: string,
): Promise<OpenVisit | Refusal> {
  if (!may(viewer, "audits.record")) return refused(problem("not-in-team"));
  const visit = await lockVisit(tx, viewer, visitId, "shared", questionCode.slice(0, 1));
  if (isRefusal(visit)) return visit;
  if (!visit.asked.includes(questionCode)) return refused(problem("unknown-input"));
  return visit.final ? refused(problem("visit-final")) : visit;
}

/** A picture of a question, named by its bytes. */
type Picture = { visitId: string; questionCode: string; sha256: string };

/** Does a picture stand at its question? Under these very words, where any are given. */
export async function isPictureThere(
  tx: Tx,
  { visitId, questionCode, sha256 }: Picture,
  caption?: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from answer_evidence e join attachment a on a.id = e.attachment_id
    where e.visit_id = ${visitId}::uuid and e.question_code = ${questionCode} and a.sha256 = ${sha256}
      and (${caption ?? null}::text is null or e.caption = ${caption ?? null})`;
  return rows.length > 0;
}

/** Is a picture of a question kept because it came after the seal? */
export async function isPictureKept(tx: Tx, { visitId, questionCode, sha256 }: Picture): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from journal_entry where entity = 'visit' and entity_id = ${visitId} and action = 'item-kept'
      and content::jsonb ? 'attachment' and content::jsonb @> ${JSON.stringify({ question: questionCode, sha256 })}::jsonb`;
  return rows.length > 0;
}

/** How many bytes of a photograph this viewer has sent without a gap. */
export const receivedIn = async (tx: Tx, viewer: Viewer, sha256: string): Promise<number> =>
  receivedUpTo(
    await tx.$queryRaw<Chunk[]>`select start, octet_length(bytes) as length from photo_chunk
      where sha256 = ${sha256} and uploaded_by = ${viewer.accountId}::uuid`,
  );

/** The photographs of a visit that came to the server and are not in its signed minutes, in the order of their receipts. */
export async function listOutside(
  viewer: Viewer,
  visitId: string,
  minutes: Pick<MinutesRecord, "signed" | "recordedAt" | "clockFast">,
): Promise<OutsidePhoto[]> {
  if (!isId(visitId) || !may(viewer, "audits.read")) return [];
  const entries = await asViewer(viewer, (tx) =>
    tx.journalEntry.findMany({
      where: { entity: "visit", entityId: visitId, action: "photo-attached" },
      orderBy: { id: "asc" },
      select: { id: true, at: true, content: true },
    }),
  );
  const received = entries.map(({ id, at, content }) => {
    const { question, sha256 } = JSON.parse(content) as { question: string; sha256: string };
    return { questionCode: question, sha256, receiptNo: receiptNumber(id), receivedAt: at };
  });
  return outsideOf(minutes, received);
}
