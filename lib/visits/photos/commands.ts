import { delivered, fingerprintOfMessage, receive, type KeepWith } from "@/lib/visits/delivery/commands";
import type { Delivered, Mark } from "@/lib/visits/delivery/types";
import { captioned } from "@/lib/visits/photos/captions/commands";
import { dropPieces, dropSpoilt, joined, storeJoined } from "@/lib/visits/photos/pieces/commands";
import { isPictureThere, openQuestion, receivedIn } from "@/lib/visits/photos/queries";
import { isPhoto, largestPhoto, mostKept, mostOfVisit, mostPhotos, unnamed } from "@/lib/visits/photos/rules";
import { photoForm, photoRemoval, type ChunkPlace } from "@/lib/visits/photos/schema";
import { isRefusal, lockVisit, type OpenVisit } from "@/lib/visits/recording/queries";
import { fileNameOf, mediaTypeOf } from "@/lib/files/rules";
import type { MediaType } from "@/lib/files/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { command, commandOf } from "@/lib/journal/commands";
import { change, receiptAgain, record } from "@/lib/journal/entries/commands";
import type { Receipt } from "@/lib/journal/types";
import { problem, type Problem } from "@/lib/kernel/problem";
import { done, insist, refuse, Refused, refused, type Refusal, type Result } from "@/lib/kernel/result";
import { lock } from "@/lib/platform/locks";
import { sha256Hex } from "@/lib/platform/hash";

/**
 * Keeps a piece of a photograph until the whole is attached. It is nobody's evidence yet, so no history is written; sent again it
 * takes the place of what it overlaps, so that no more is kept than a photograph may have and a spoilt piece is mended. The answer
 * is where sending goes on.
 */
export async function receiveChunk(
  viewer: Viewer,
  { visitId, sha256, start }: ChunkPlace,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<number>> {
  if (!may(viewer, "audits.record")) return refused(problem("not-in-team"));
  const end = start + bytes.length;
  if (end > largestPhoto) return refused(problem("file-too-large", "photo", { max: 10 }));
  return asViewer(viewer, async (tx) => {
    const visit = await lockVisit(tx, viewer, visitId, "shared");
    if (isRefusal(visit)) return visit;
    await piecesLocked(tx, viewer);
    await tx.$executeRaw`delete from photo_chunk where sha256 = ${sha256} and uploaded_by = ${viewer.accountId}::uuid
      and start < ${end} and start + octet_length(bytes) > ${start}`;
    await makeRoom(tx, viewer, sha256, bytes.length);
    await tx.$executeRaw`insert into photo_chunk (sha256, uploaded_by, start, bytes)
      values (${sha256}, ${viewer.accountId}::uuid, ${start}, ${bytes})`;
    return done(await receivedIn(tx, viewer, sha256));
  });
}

/** The pieces of one person are dealt with one after the other. */
const piecesLocked = (tx: Tx, viewer: Viewer): Promise<unknown> =>
  lock(tx, "photos", `pieces ${viewer.accountId}`);

/**
 * Of one person only so much is kept that never became whole. Past that the photographs nothing was heard of for longest give way,
 * whole: their device begins them anew.
 */
const makeRoom = (tx: Tx, viewer: Viewer, sha256: string, length: number): Promise<number> =>
  tx.$executeRaw`with begun as (
      select sha256, sum(octet_length(bytes)) as size, max(received_at) as heard from photo_chunk
      where uploaded_by = ${viewer.accountId}::uuid group by sha256
    ), newest_first as (
      select sha256, sum(size) over (order by sha256 = ${sha256} desc, heard desc, sha256) as kept from begun
    ) delete from photo_chunk c using newest_first n where c.uploaded_by = ${viewer.accountId}::uuid and c.sha256 = n.sha256
      and n.sha256 <> ${sha256} and n.kept > ${mostKept - length}`;

type Photograph = {
  id: string | null;
  visitId: string;
  questionCode: string;
  fileName: string;
  caption: string;
};

export type PhotoMessage = {
  visitId: string;
  questionCode: string;
  sha256: string;
  fileName: string;
  /** Absent from what an app of before captions sends. */
  caption?: string;
};

/** A photograph without a caption is said as it was before there were captions: apps of then get the same receipt. */
const captionSaid = (caption: string) => caption !== "" && { caption };

/**
 * Joins the pieces and attaches the photograph to its answer, once. Where a colleague has sent the same photograph before, it
 * stands as theirs, and the receipt is the one that they were given. After the seal it is kept with its bytes, and attached to
 * nothing. Pieces that do not give it are let go: they are sent anew.
 */
export async function attachPhoto(
  viewer: Viewer,
  message: PhotoMessage,
  mark: Mark,
): Promise<Result<Delivered>> {
  const { visitId, questionCode, sha256, fileName, caption = "" } = message;
  const item = {
    ...mark,
    visitId,
    subject: `photo:${questionCode}`,
    sha256: fingerprintOfMessage({ visitId, questionCode, sha256, ...captionSaid(caption) }),
  };
  const photograph = { id: mark.id, visitId, questionCode, fileName, caption };
  let spoilt = false;
  const whole = async (tx: Tx): Promise<Result<Picture>> => {
    const head = await joined(tx, viewer, sha256);
    spoilt = head === null;
    return head ? pictureOf(head, { sha256, bytes: null }) : refused(problem("photo-incomplete"));
  };
  const attachNow = async (tx: Tx): Promise<Result<Delivered>> => {
    const visit = await openQuestion(tx, viewer, visitId, questionCode);
    if (isRefusal(visit)) return isFinal(visit) ? standsAlready(tx, viewer, { ...message, caption }) : visit;
    const picture = await whole(tx);
    if (!picture.ok) return picture;
    const first = await attach(tx, viewer, visit, photograph, picture.value);
    const attached = isThere(first) ? await asTheFirst(tx, viewer, { ...message, caption }) : first;
    if (!attached.ok) return attached;
    await dropPieces(tx, viewer, sha256);
    return done(delivered(attached.value, 0));
  };
  const keepPicture: KeepWith = async (tx, agencyId) => {
    const picture = await whole(tx);
    if (!picture.ok) return picture;
    const crowded = await crowdProblem(tx, visitId, questionCode);
    if (crowded) return refused(crowded);
    const attachment = await store(tx, viewer, agencyId, photograph, picture.value);
    await dropPieces(tx, viewer, sha256);
    return done({ attachment });
  };
  const said = { question: questionCode, sha256, fileName, ...captionSaid(caption) };
  const result = await receive(viewer, item, said, attachNow, keepPicture);
  if (spoilt) await asViewer(viewer, (tx) => dropSpoilt(tx, viewer, sha256));
  return result;
}

const isFinal = ({ problems }: Refusal): boolean => problems.some(({ code }) => code === "visit-final");

/** After the seal a picture that stands, under the same words or none, has the receipt that it was given. */
const standsAlready = async (
  tx: Tx,
  viewer: Viewer,
  message: Required<PhotoMessage>,
): Promise<Result<Delivered>> => {
  const said = message.caption === "" ? undefined : message.caption;
  if (!(await isPictureThere(tx, message, said))) return refused(problem("visit-final"));
  const first = await asTheFirst(tx, viewer, { ...message, caption: "" });
  return first.ok ? done(delivered(first.value, 0)) : first;
};

const isThere = (result: Result<Receipt>): boolean =>
  !result.ok && result.problems.some(({ code }) => code === "already-done");

/** The same picture is there already: what is said of it anew is written down, and else the first one's receipt is this one's. */
async function asTheFirst(tx: Tx, viewer: Viewer, message: Required<PhotoMessage>): Promise<Result<Receipt>> {
  const { visitId, questionCode, sha256, caption } = message;
  const said = caption === "" ? null : await captioned(tx, viewer, message);
  if (said?.ok) return said;
  const [entry] = await tx.$queryRaw<{ id: bigint }[]>`
    select id from journal_entry where entity = 'visit' and entity_id = ${visitId} and action = 'photo-attached'
      and content::jsonb @> ${JSON.stringify({ question: questionCode, sha256 })}::jsonb order by id desc limit 1`;
  return entry ? done(await receiptAgain(tx, entry.id)) : refused(problem("already-done", "photo"));
}

/** Attaches a photograph from the office. */
export const addPhoto = commandOf("audits.record", photoForm, async (viewer, form) => {
  const { visitId, questionCode, photo, caption } = form;
  const bytes = new Uint8Array(await photo.arrayBuffer());
  return change(viewer, async (tx) => {
    const visit = await openQuestion(tx, viewer, visitId, questionCode);
    if (isRefusal(visit)) return visit;
    const picture = insist(pictureOf(bytes, { sha256: sha256Hex(bytes), bytes }));
    const photograph = { id: null, visitId, questionCode, fileName: photo.name, caption };
    return attach(tx, viewer, visit, photograph, picture);
  });
});

/** Photographs of a visit come one after the other, and none goes past the most that there may be of its question and of the visit. */
async function crowdProblem(tx: Tx, visitId: string, questionCode: string): Promise<Problem | null> {
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

async function attach(
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
type Picture = Content & { mediaType: MediaType };

function pictureOf(head: Uint8Array, content: Content): Result<Picture> {
  const mediaType = mediaTypeOf(head);
  if (!mediaType || !isPhoto(mediaType)) return refused(problem("not-a-photo", "photo"));
  return done({ ...content, mediaType });
}

/** Puts a photograph into the store of files, as the agency's; gives the id of the attachment. */
async function store(
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
