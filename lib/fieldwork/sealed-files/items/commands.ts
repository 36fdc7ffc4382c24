import { deliveries } from "@/lib/fieldwork/deliveries/commands";
import type { PackedItem } from "@/lib/fieldwork/sealed-files/types";
import { receiveChunk } from "@/lib/visits/photos/pieces/commands";
import { chunkBytes, largestPhoto } from "@/lib/visits/photos/rules";
import { photoMessage } from "@/lib/visits/photos/schema";
import type { Viewer } from "@/lib/identity/types";
import type { Receipt } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";

export type Carried = { item: PackedItem; bytes: Uint8Array<ArrayBuffer> };

/** Sends the pieces of a photograph as its device would have sent them; words that cannot be read are refused with their item. */
async function sendPieces(viewer: Viewer, { item, bytes }: Carried): Promise<Result<number>> {
  if (bytes.length > largestPhoto) return refused(problem("file-too-large", undefined, { max: 10 }));
  const message = photoMessage.safeParse(item.message).data;
  for (let start = 0; message && start < bytes.length; start += chunkBytes) {
    const place = { visitId: message.visitId, sha256: message.sha256, start };
    const received = await receiveChunk(viewer, place, bytes.slice(start, start + chunkBytes));
    if (!received.ok) return received;
  }
  return done(bytes.length);
}

/** Delivers one item for whoever recorded it: the same shape and the same command as at its own address. */
export async function deliverItem(
  viewer: Viewer,
  carried: Carried,
  isThere: boolean,
): Promise<Result<Receipt>> {
  const { id, to, message, clockFast = null } = carried.item;
  const sent = to === "attachments" && !isThere ? await sendPieces(viewer, carried) : done(0);
  return sent.ok ? deliveries[to].take(viewer, message, { id, clockFast }) : sent;
}
