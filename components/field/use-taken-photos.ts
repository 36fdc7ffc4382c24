import { useState } from "react";

import { takeUp } from "@/components/field/held-files";
import type { Taken } from "@/lib/offline/database";
import { mintIds } from "@/lib/offline/ids";
import type { FieldStore } from "@/lib/offline/store";

type Busy = { n: number; all: number };

/**
 * Photographs on their way from the camera or the gallery to the device, one after the other: never two large ones in memory. The
 * files are held until then: what a page that went left half done is taken up by the next (`useHeldFiles`).
 */
export function useTakenPhotos(
  visitId: string,
  questionCode: string,
  store: FieldStore,
): { busy: Busy | null; take: (files: FileList | null) => Promise<void> } {
  const [busy, setBusy] = useState<Busy | null>(null);
  const take = async (chosen: FileList | null): Promise<void> => {
    const picked = [...(chosen ?? [])];
    const files = mintIds(picked.length).flatMap((id, n): Taken[] => {
      const file = picked[n];
      return file ? [{ id, visitId, questionCode, file }] : [];
    });
    await store.holdFiles(files);
    for (const [index, taken] of files.entries()) {
      setBusy({ n: index + 1, all: files.length });
      await takeUp(taken, store);
    }
    setBusy(null);
  };
  return { busy, take };
}
