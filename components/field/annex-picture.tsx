import { useEffect, useState } from "react";

import { pictureOf } from "@/components/field/use-picture";
import { vietnamese } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { WordPhoto } from "@/lib/visits/wording/types";
import { smaller } from "@/lib/offline/photo";
import type { FieldStore } from "@/lib/offline/store";
import type { Held } from "@/lib/offline/types";

/** Where a picture may be: on the device under an id of its own, with the site under that of its file. */
type Place = { visitId: string; sha256: string; id: string; fileId: string };

/** A small copy of a photograph: as it was kept, else of what the device or the site has of it now; null where neither has. */
async function copyOf(store: FieldStore, { visitId, sha256, ...place }: Place): Promise<Blob | null> {
  const kept = await store.copy(visitId, sha256);
  if (kept) return new Blob([kept], { type: "image/jpeg" });
  const whole = await pictureOf(store, place);
  const small = whole && (await smaller(whole));
  if (!small) return null;
  await store.keepCopy(visitId, sha256, small).catch(() => undefined);
  return new Blob([small], { type: "image/jpeg" });
}

export type AnnexPictureProps = { photo: WordPhoto; visit: PackedVisit; held: Held; store: FieldStore };

/** A photograph of the annex, small; or that this phone does not hold it. */
export function AnnexPicture({ photo, visit, held, store }: AnnexPictureProps) {
  const { questionCode, sha256, text } = photo;
  const [address, setAddress] = useState<string | null | undefined>();
  const visitId = visit.id;
  const own = held.photos.find((each) => each.visitId === visitId && each.sha256 === sha256)?.id;
  const there = visit.photos[questionCode]?.find((each) => each.sha256 === sha256)?.id;
  const id = own ?? there ?? "";
  const fileId = there ?? id;
  useEffect(() => {
    let made: string | null = null;
    let over = false;
    const show = (copy: Blob | null): void => {
      if (over) return;
      made = copy && URL.createObjectURL(copy);
      setAddress(made);
    };
    copyOf(store, { visitId, sha256, id, fileId }).then(show, () => {
      show(null);
    });
    return () => {
      over = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [store, visitId, sha256, id, fileId]);
  if (address === undefined) return null;
  if (address === null) return <p className="annex-away">{vietnamese.field.paper.away}</p>;
  return <img className="annex-picture" src={address} alt={text} />;
}
