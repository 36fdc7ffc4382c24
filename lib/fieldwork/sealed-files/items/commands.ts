import { finaliseVisit } from "@/lib/visits/commands";
import type { Mark } from "@/lib/visits/delivery/types";
import { takeGroup } from "@/lib/visits/groups/commands";
import { groupMessage } from "@/lib/visits/groups/schema";
import type { PackedItem } from "@/lib/fieldwork/sealed-files/types";
import { captionPhoto } from "@/lib/visits/photos/captions/commands";
import { captionMessage } from "@/lib/visits/photos/captions/schema";
import { attachPhoto, receiveChunk, type PhotoMessage } from "@/lib/visits/photos/commands";
import { takeBackPhoto } from "@/lib/visits/photos/removals/commands";
import { removalMessage } from "@/lib/visits/photos/removals/schema";
import { chunkBytes, largestPhoto } from "@/lib/visits/photos/rules";
import { photoMessage } from "@/lib/visits/photos/schema";
import { recheckFinding } from "@/lib/visits/rechecks/commands";
import { recheckMessage } from "@/lib/visits/rechecks/schema";
import { saveSection } from "@/lib/visits/recording/commands";
import { sheetMessage } from "@/lib/visits/schema";
import { minutesMessage } from "@/lib/visits/sealed/schema";
import { problemsOf } from "@/lib/gate/rules";
import type { Viewer } from "@/lib/identity/types";
import type { Receipt } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";

export type Carried = { item: PackedItem; bytes: Uint8Array<ArrayBuffer> };

/** The pieces of a photograph, as its device would have sent them. */
async function sendPieces(
  viewer: Viewer,
  { visitId, sha256 }: PhotoMessage,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<number>> {
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const piece = bytes.slice(start, start + chunkBytes);
    const received = await receiveChunk(viewer, { visitId, sha256, start }, piece);
    if (!received.ok) return received;
  }
  return done(bytes.length);
}

async function deliverPhoto(
  viewer: Viewer,
  { item, bytes }: Carried,
  isThere: boolean,
): Promise<Result<Receipt>> {
  if (bytes.length > largestPhoto) return refused(problem("file-too-large", undefined, { max: 10 }));
  const parsed = photoMessage.safeParse(item.message);
  if (!parsed.success) return refused(...problemsOf(parsed.error));
  const { recordedAt, ...message } = parsed.data;
  const sent = isThere ? done(0) : await sendPieces(viewer, message, bytes);
  return sent.ok
    ? attachPhoto(viewer, message, { id: item.id, recordedAt, clockFast: item.clockFast ?? null })
    : sent;
}

/** Delivers one item for whoever recorded it: the same shape and the same command as at its own address. */
export async function deliverItem(
  viewer: Viewer,
  carried: Carried,
  isThere: boolean,
): Promise<Result<Receipt>> {
  const { id, to, message, clockFast = null } = carried.item;
  const markOf = (recordedAt: Date): Mark => ({ id, recordedAt, clockFast });
  switch (to) {
    case "sheets": {
      const parsed = sheetMessage.safeParse(message);
      if (!parsed.success) return refused(...problemsOf(parsed.error));
      return saveSection(viewer, parsed.data, markOf(parsed.data.recordedAt));
    }
    case "rechecks": {
      const parsed = recheckMessage.safeParse(message);
      if (!parsed.success) return refused(...problemsOf(parsed.error));
      return recheckFinding(viewer, parsed.data, markOf(parsed.data.recordedAt));
    }
    case "attachments":
      return deliverPhoto(viewer, carried, isThere);
    case "captions": {
      const parsed = captionMessage.safeParse(message);
      if (!parsed.success) return refused(...problemsOf(parsed.error));
      return captionPhoto(viewer, parsed.data, markOf(parsed.data.recordedAt));
    }
    case "removals": {
      const parsed = removalMessage.safeParse(message);
      if (!parsed.success) return refused(...problemsOf(parsed.error));
      return takeBackPhoto(viewer, parsed.data, markOf(parsed.data.recordedAt));
    }
    case "groups": {
      const parsed = groupMessage.safeParse(message);
      if (!parsed.success) return refused(...problemsOf(parsed.error));
      return takeGroup(viewer, parsed.data, markOf(parsed.data.recordedAt));
    }
    case "minutes": {
      const parsed = minutesMessage.safeParse(message);
      if (!parsed.success) return refused(...problemsOf(parsed.error));
      const { fingerprint, recordedAt, ...input } = parsed.data;
      return finaliseVisit(viewer, { ...input, seen: null }, { mark: markOf(recordedAt), fingerprint });
    }
  }
}
