import { useEffect } from "react";

import type { Taken } from "@/lib/offline/database";
import { shrink } from "@/lib/offline/photo";
import { jpegName } from "@/lib/offline/picture-rules";
import type { FieldStore } from "@/lib/offline/store";
import type { NewPhoto, UnreadFile } from "@/lib/offline/types";

const fileName = ({ file }: Taken): string => (file instanceof File ? file.name : "");

/** Where a photograph is written, and where it is told that a file is none. */
export const photoKey = (visitId: string, code: string, id: string): string =>
  `photo ${visitId} ${code} ${id}`;
export const unreadKey = (visitId: string, code: string, id: string): string =>
  `unread ${visitId} ${code} ${id}`;

/** Makes a file that was chosen into a photograph of its question; where it is none, that is kept, to be told. */
export async function takeUp(taken: Taken, store: FieldStore): Promise<void> {
  const { id, visitId, questionCode } = taken;
  const shrunk = await shrink(taken.file);
  if (typeof shrunk === "string") {
    const unread: UnreadFile = { id, visitId, questionCode, fileName: fileName(taken), why: shrunk };
    await store.saving.save(unreadKey(visitId, questionCode, id), unread, () => store.setAside(unread));
    return;
  }
  const { bytes, sha256 } = shrunk;
  const photo = { id, visitId, questionCode, sha256, fileName: jpegName(fileName(taken)) };
  const made: NewPhoto = { photo, bytes };
  await store.saving.save(photoKey(visitId, questionCode, id), made, () => store.addPhoto(photo, bytes));
}

/** Takes up what a page that went had left half done: files that were chosen, and are no photographs yet, of whichever visit. */
export function useHeldFiles(store: FieldStore): void {
  useEffect(() => {
    const takeAll = async (): Promise<void> => {
      for (const taken of await store.heldFiles()) await takeUp(taken, store);
    };
    // What cannot be read of the store now is taken up the next time.
    takeAll().catch(() => undefined);
  }, [store]);
}
