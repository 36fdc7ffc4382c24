import { isRefusal, lockOpenVisit, type OpenVisit } from "@/lib/audits/recording/queries";
import type { MinutesRecord } from "@/lib/audits/minutes/types";
import { outsideOf, receivedUpTo, type Chunk } from "@/lib/audits/photos/rules";
import type { OutsidePhoto } from "@/lib/audits/photos/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { receiptNumber } from "@/lib/journal/rules";
import { isId } from "@/lib/kernel/ids";
import { problem } from "@/lib/kernel/problem";
import { refused, type Refusal } from "@/lib/kernel/result";

/** The visit of one's own team that asks this question, open and locked; or why its photographs cannot be changed. */
export async function openQuestion(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  questionCode: string,
): Promise<OpenVisit | Refusal> {
  if (!may(viewer, "audits.record")) return refused(problem("not-in-team"));
  const visit = await lockOpenVisit(tx, viewer, visitId, "shared", questionCode.slice(0, 1));
  if (isRefusal(visit)) return visit;
  return visit.asked.includes(questionCode) ? visit : refused(problem("unknown-input"));
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
