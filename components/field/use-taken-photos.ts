import { useState } from "react";

import { shrink, type Unreadable } from "@/lib/offline/photo";
import { jpegName } from "@/lib/offline/picture-rules";
import { mintId } from "@/lib/offline/ids";
import type { NewPhoto } from "@/lib/offline/types";

type Busy = { n: number; all: number };
type Fault = { name: string; why: Unreadable };

/** Photographs on their way from the camera or the gallery to the device, one after the other: never two large ones in memory. */
export function useTakenPhotos(
  visitId: string,
  questionCode: string,
  keep: (taken: NewPhoto) => Promise<boolean>,
): { busy: Busy | null; faults: readonly Fault[]; take: (files: FileList | null) => Promise<void> } {
  const [busy, setBusy] = useState<Busy | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const take = async (chosen: FileList | null): Promise<void> => {
    const files = [...(chosen ?? [])];
    setFaults([]);
    for (const [index, file] of files.entries()) {
      setBusy({ n: index + 1, all: files.length });
      const shrunk = await shrink(file);
      if (typeof shrunk === "string") setFaults((before) => [...before, { name: file.name, why: shrunk }]);
      else {
        const { bytes, sha256 } = shrunk;
        const photo = { id: mintId(), visitId, questionCode, sha256, fileName: jpegName(file.name) };
        await keep({ photo, bytes });
      }
    }
    setBusy(null);
  };
  return { busy, faults, take };
}
