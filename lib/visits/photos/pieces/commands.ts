import { workOfTeam } from "@/lib/visits/delivery/commands";
import { largestPhoto, mostKept } from "@/lib/visits/photos/rules";
import { enqueue } from "@/lib/gate/queue";
import type { MediaType } from "@/lib/files/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { dayInVietnam } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";
import { lock } from "@/lib/platform/locks";
import { receivedIn } from "@/lib/visits/photos/queries";
import type { ChunkPlace } from "@/lib/visits/photos/schema";
import { isRefusal, lockVisit } from "@/lib/visits/recording/queries";

/** By these it is known what kind of picture it is. */
const headLength = 1024;

/**
 * The first bytes of the whole photograph, if its pieces come to what its hash says; the database puts them together, and they do not
 * pass through here. More than a photograph may have is not even read.
 */
export async function joined(
  tx: Tx,
  viewer: Viewer,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [row] = await tx.$queryRaw<{ head: Uint8Array<ArrayBuffer> }[]>`
    select substring(whole from 1 for ${headLength}::int) as head from (
      select string_agg(bytes, '' order by start) as whole from photo_chunk where sha256 = ${sha256}
        and uploaded_by = ${viewer.accountId}::uuid having sum(octet_length(bytes)) <= ${largestPhoto}
    ) pieces where encode(sha256(whole), 'hex') = ${sha256}`;
  return row?.head ?? null;
}

/** Puts such a photograph into the store of files. */
export const storeJoined = (
  tx: Tx,
  viewer: Viewer,
  { sha256, mediaType }: { sha256: string; mediaType: MediaType },
): Promise<number> =>
  tx.$executeRaw`insert into file_content (sha256, media_type, size, bytes)
    select ${sha256}, ${mediaType}, octet_length(whole), whole from (
      select string_agg(bytes, '' order by start) as whole from photo_chunk
      where sha256 = ${sha256} and uploaded_by = ${viewer.accountId}::uuid
    ) pieces on conflict do nothing`;

/** Lets the pieces of a photograph go, once it is whole in the store of files. */
export const dropPieces = (tx: Tx, viewer: Viewer, sha256: string): Promise<number> =>
  tx.$executeRaw`delete from photo_chunk where sha256 = ${sha256} and uploaded_by = ${viewer.accountId}::uuid`;

/** Pieces that lie end to end and are not the photograph, or are more than one may have. What only lacks a piece stays. */
export const dropSpoilt = (tx: Tx, viewer: Viewer, sha256: string): Promise<number> =>
  tx.$executeRaw`with pieces as (
      select start, octet_length(bytes) as length, lag(start + octet_length(bytes), 1, 0) over (order by start) as before
      from photo_chunk where sha256 = ${sha256} and uploaded_by = ${viewer.accountId}::uuid
    ) delete from photo_chunk where sha256 = ${sha256} and uploaded_by = ${viewer.accountId}::uuid
      and not exists (select 1 from pieces where start > before)`;

/** Asks once a day for what was begun and never finished to be cleared away. */
export async function askForSweep(viewer: Viewer): Promise<void> {
  await asViewer(viewer, (tx) => enqueue(tx, "sweep-photo-pieces", dayInVietnam(now())));
}

/**
 * Clears away the pieces of photographs that never became whole, once nothing has come of them for as long as they are kept. A
 * device that still has the photograph begins to send it anew.
 */
export async function sweepPieces(viewer: Viewer): Promise<null> {
  await asViewer(
    viewer,
    (tx) => tx.$executeRaw`
    delete from photo_chunk c using keeping_term k where k.subject = 'photo_chunk' and not exists (
      select 1 from photo_chunk n where n.sha256 = c.sha256 and n.uploaded_by = c.uploaded_by
        and n.received_at > ${now()}::timestamptz - make_interval(days => k.days))`,
  );
  return null;
}

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
  const keep = async (tx: Tx): Promise<Result<number>> => {
    const visit = await lockVisit(tx, viewer, visitId, "shared");
    if (isRefusal(visit)) return visit;
    await piecesLocked(tx, viewer);
    await tx.$executeRaw`delete from photo_chunk where sha256 = ${sha256} and uploaded_by = ${viewer.accountId}::uuid
      and start < ${end} and start + octet_length(bytes) > ${start}`;
    await makeRoom(tx, viewer, sha256, bytes.length);
    await tx.$executeRaw`insert into photo_chunk (sha256, uploaded_by, start, bytes)
      values (${sha256}, ${viewer.accountId}::uuid, ${start}, ${bytes})`;
    return done(await receivedIn(tx, viewer, sha256));
  };
  return asViewer(viewer, (tx) => workOfTeam(tx, viewer, visitId, keep));
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
