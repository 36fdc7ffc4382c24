import { useEffect, useState } from "react";

import { pictureOf } from "@/components/field/use-picture";
import { vietnamese } from "@/components/field/words";
import type { PackedVisit } from "@/lib/audits/field/types";
import type { WordPhoto } from "@/lib/audits/wording/types";
import { smaller } from "@/lib/offline/photo";
import type { FieldStore } from "@/lib/offline/store";
import type { Photograph } from "@/lib/offline/types";

type At = { visit: PackedVisit; photos: readonly Photograph[]; store: FieldStore };

/** A small copy of a photograph: as it was kept, else of what the device or the site has of it now; null where neither has. */
async function copyOf(
  { visit, photos, store }: At,
  { questionCode, sha256 }: WordPhoto,
): Promise<Blob | null> {
  const kept = await store.copy(visit.id, sha256);
  if (kept) return new Blob([kept], { type: "image/jpeg" });
  const own = photos.find((each) => each.visitId === visit.id && each.sha256 === sha256);
  const there = visit.photos[questionCode]?.find((each) => each.sha256 === sha256);
  const [id, fileId] = [own?.id ?? there?.id ?? "", there?.id ?? own?.id ?? ""];
  const whole = await pictureOf(store, { id, fileId });
  const small = whole && (await smaller(whole));
  if (!small) return null;
  await store.keepCopy(visit.id, sha256, small).catch(() => undefined);
  return new Blob([small], { type: "image/jpeg" });
}

/** A photograph of the annex, small; or that this phone does not hold it. */
export function AnnexPicture({ photo, visit, photos, store }: At & { photo: WordPhoto }) {
  const [address, setAddress] = useState<string | null | undefined>();
  useEffect(() => {
    let made: string | null = null;
    let over = false;
    copyOf({ visit, photos, store }, photo)
      .catch(() => null)
      .then(
        (copy) => {
          if (over) return;
          made = copy && URL.createObjectURL(copy);
          setAddress(made);
        },
        () => undefined,
      );
    return () => {
      over = true;
      if (made) URL.revokeObjectURL(made);
    };
    // The same picture of the same visit: what else changes in the meantime is not shown here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [photo.sha256, visit.id, store]);
  if (address === undefined) return null;
  if (address === null) return <p className="annex-away">{vietnamese.field.paper.away}</p>;
  return <img className="annex-picture" src={address} alt={photo.text} />;
}
