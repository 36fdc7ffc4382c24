import { fileNameOf, mediaTypeOf } from "@/lib/files/rules";
import type { MediaType } from "@/lib/files/types";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { record } from "@/lib/journal/entries/commands";
import type { Receipt } from "@/lib/journal/types";
import { problem, type Problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";
import { storeJoined } from "@/lib/visits/photos/pieces/commands";
import { isPictureThere } from "@/lib/visits/photos/queries";
import { isPhoto, mostOfVisit, mostPhotos, unnamed } from "@/lib/visits/photos/rules";
import type { OpenVisit } from "@/lib/visits/recording/queries";

type Photograph = {
  id: string | null;
  visitId: string;
  questionCode: string;
  fileName: string;
  caption: string;
};

/** A photograph without a caption is said as it was before there were captions: apps of then get the same receipt. */
export const captionSaid = (caption: string) => caption !== "" && { caption };

/** Photographs of a visit come one after the other, and none goes past the most that there may be of its question and of the visit. */
export async function crowdProblem(tx: Tx, visitId: string, questionCode: string): Promise<Problem | null> {
  await lock(tx, "photos", visitId);
  const [row] = await tx.$queryRaw<{ question: number; visit: number }[]>`
    select count(*) filter (where code = ${questionCode})::int as question, count(*)::int as visit from (
      select question_code as code from answer_evidence where visit_id = ${visitId}::uuid
      union all select content::jsonb->>'question' from journal_entry
        where entity = 'visit' and entity_id = ${visitId} and action = 'item-kept' and content::jsonb ? 'attachment'
    ) there`;
  if (row && row.question >= mostPhotos) return problem("too-many-photos", "photo", { max: mostPhotos });
  return row && row.visit >= mostOfVisit ? problem("too-many-of-visit", "photo", { max: mostOfVisit }) : null;
}

/** Attaches a photograph to its answer, with its row of history. */
export async function attach(
  tx: Tx,
  viewer: Viewer,
  visit: OpenVisit,
  photograph: Photograph,
  picture: Picture,
): Promise<Result<Receipt>> {
  const { visitId, questionCode, caption } = photograph;
  const { sha256 } = picture;
  const crowded = await crowdProblem(tx, visitId, questionCode);
  if (await isPictureThere(tx, { visitId, questionCode, sha256 }))
    return refused(problem("already-done", "photo"));
  if (crowded) return refused(crowded);
  const id = await store(tx, viewer, visit.agencyId, photograph, picture);
  // A photograph may be taken before anything is chosen.
  await tx.$executeRaw`insert into answer (visit_id, agency_id, checklist_id, question_code, outcome)
    values (${visitId}::uuid, ${visit.agencyId}::uuid, ${visit.checklistId}, ${questionCode}, 'not_checked') on conflict do nothing`;
  await tx.answerEvidence.create({
    data: { visitId, agencyId: visit.agencyId, questionCode, attachmentId: id, caption },
    select: { attachmentId: true },
  });
  const content = { question: questionCode, sha256, fileName: nameOf(photograph), ...captionSaid(caption) };
  return done(
    await record(tx, viewer, {
      chain: visit.agencyId,
      action: "photo-attached",
      entity: "visit",
      entityId: visitId,
      content,
    }),
  );
}

const nameOf = ({ fileName }: Photograph): string => fileNameOf(fileName, unnamed);

/** A picture with its bytes, or null where they lie in pieces with the database. */
type Content = { bytes: Uint8Array<ArrayBuffer> | null; sha256: string };
export type Picture = Content & { mediaType: MediaType };

export function pictureOf(head: Uint8Array, content: Content): Result<Picture> {
  const mediaType = mediaTypeOf(head);
  if (!mediaType || !isPhoto(mediaType)) return refused(problem("not-a-photo", "photo"));
  return done({ ...content, mediaType });
}

/** Puts a photograph into the store of files, as the agency's; gives the id of the attachment. */
export async function store(
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  photograph: Photograph,
  picture: Picture,
): Promise<string> {
  const { bytes, mediaType, sha256 } = picture;
  await (bytes
    ? tx.$executeRaw`insert into file_content (sha256, media_type, size, bytes)
        values (${sha256}, ${mediaType}, ${bytes.length}, ${bytes}) on conflict do nothing`
    : storeJoined(tx, viewer, picture));
  const { id } = await tx.attachment.create({
    data: {
      ...(photograph.id && { id: photograph.id }),
      agencyId,
      sha256,
      fileName: nameOf(photograph),
      uploadedBy: viewer.accountId,
    },
    select: { id: true },
  });
  return id;
}
