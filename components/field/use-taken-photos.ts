import { useState } from "react";

import { fileName, photoOf } from "@/components/field/held-files";
import type { Taken } from "@/lib/offline/database";
import { shrink, type Unreadable } from "@/lib/offline/photo";
import { mintIds } from "@/lib/offline/ids";
import type { FieldStore } from "@/lib/offline/store";
import type { NewPhoto } from "@/lib/offline/types";

type Busy = { n: number; all: number };
type Fault = { name: string; why: Unreadable };

/**
 * Photographs on their way from the camera or the gallery to the device, one after the other: never two large ones in memory. The
 * files are held until then: what a page that went left half done is taken up by the next (`useHeldFiles`).
 */
export function useTakenPhotos(
  visitId: string,
  questionCode: string,
  store: FieldStore,
  keep: (taken: NewPhoto) => Promise<boolean>,
): { busy: Busy | null; faults: readonly Fault[]; take: (files: FileList | null) => Promise<void> } {
  const [busy, setBusy] = useState<Busy | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const work = async (all: readonly Taken[]): Promise<void> => {
    for (const [index, taken] of all.entries()) {
      setBusy({ n: index + 1, all: all.length });
      const shrunk = await shrink(taken.file);
      if (typeof shrunk === "string") {
        setFaults((before) => [...before, { name: fileName(taken), why: shrunk }]);
        await store.releaseFile(taken.id).catch(() => undefined);
      } else {
        await keep(photoOf(taken, shrunk));
      }
    }
    setBusy(null);
  };
  const take = async (chosen: FileList | null): Promise<void> => {
    const picked = [...(chosen ?? [])];
    const files = mintIds(picked.length).flatMap((id, n): Taken[] => {
      const file = picked[n];
      return file ? [{ id, visitId, questionCode, file }] : [];
    });
    setFaults([]);
    await store.holdFiles(files);
    await work(files);
  };
  return { busy, faults, take };
}
