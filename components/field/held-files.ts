import { useEffect } from "react";

import type { Taken } from "@/lib/offline/database";
import { shrink, type Shrunk } from "@/lib/offline/photo";
import { jpegName } from "@/lib/offline/picture-rules";
import type { FieldStore } from "@/lib/offline/store";
import type { NewPhoto } from "@/lib/offline/types";

export const fileName = ({ file }: Taken): string => (file instanceof File ? file.name : "");

/** A file that was chosen, as the photograph that it became. */
export const photoOf = (taken: Taken, { bytes, sha256 }: Shrunk): NewPhoto => {
  const { id, visitId, questionCode } = taken;
  return { photo: { id, visitId, questionCode, sha256, fileName: jpegName(fileName(taken)) }, bytes };
};

/** Takes up what a page that went had left half done of a visit: files that were chosen, and are no photographs yet. */
export function useHeldFiles(visitId: string, store: FieldStore): void {
  useEffect(() => {
    const takeUp = async (): Promise<void> => {
      for (const taken of await store.heldFiles(visitId)) {
        const shrunk = await shrink(taken.file);
        if (typeof shrunk === "string") {
          await store.releaseFile(taken.id);
          continue;
        }
        const made = photoOf(taken, shrunk);
        const key = `photo ${visitId} ${taken.questionCode} ${taken.id}`;
        await store.saving.save(key, made, () => store.addPhoto(made.photo, made.bytes));
      }
    };
    // What cannot be read of the store now is taken up the next time.
    takeUp().catch(() => undefined);
  }, [visitId, store]);
}
