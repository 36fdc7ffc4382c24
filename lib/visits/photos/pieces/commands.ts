import { largestPhoto } from "@/lib/visits/photos/rules";
import { enqueue } from "@/lib/gate/queue";
import type { MediaType } from "@/lib/files/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { dayInVietnam } from "@/lib/kernel/plain-date";
import { now } from "@/lib/platform/clock";

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
