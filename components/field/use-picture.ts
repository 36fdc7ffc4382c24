import { useEffect, useState } from "react";

import type { Pictured } from "@/lib/offline/pictured";
import type { FieldStore } from "@/lib/offline/store";

/** Where a picture is to be had: from the device while it waits there, from the server once it has its receipt. */
export function usePicture(store: FieldStore, { id, fileId, sha256 }: Pictured): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let over = false;
    void store.picture(id).then((bytes) => {
      if (over) return;
      made = bytes && URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
      setAddress(made ?? `/files/${fileId}`);
    });
    return () => {
      over = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, fileId, sha256, store]);
  return address;
}

/** The bytes of a picture, from wherever it is; null where neither the device nor the network has it now. */
export async function pictureOf(
  store: FieldStore,
  { id, fileId }: Pick<Pictured, "id" | "fileId">,
): Promise<Blob | null> {
  const bytes = await store.picture(id);
  if (bytes) return new Blob([bytes], { type: "image/jpeg" });
  const answer = await fetch(`/files/${fileId}`).catch(() => null);
  return answer?.ok ? answer.blob() : null;
}
