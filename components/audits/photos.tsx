import { useTranslations } from "next-intl";

import { outsideAs } from "@/lib/visits/photos/rules";
import type { OutsidePhoto, Photo } from "@/lib/visits/photos/types";
import { formatInstant } from "@/lib/kernel/format";

type PhotosProps = {
  photos: readonly Photo[];
  /** Those of the visit that are not in its signed minutes: each is marked. */
  outside?: readonly OutsidePhoto[];
};

/** Photographs of one question, small, each leading to the whole picture, with what it shows. */
export function Photos({ photos, outside = [] }: PhotosProps) {
  if (photos.length === 0) return null;
  return (
    <span className="photo-row">
      {photos.map((photo, index) => (
        <Picture key={photo.id} photo={photo} n={index + 1} outside={outsideAs(photo, outside)} />
      ))}
    </span>
  );
}

type PictureProps = { photo: Photo; n: number; outside: OutsidePhoto | undefined };

function Picture({ photo: { id, questionCode, fileName, caption }, n, outside }: PictureProps) {
  const words = useTranslations("audits");
  return (
    <a className="photo-captioned" href={`/files/${id}`}>
      <img
        src={`/files/${id}`}
        alt={words("photoAlt", { n, code: questionCode, name: fileName })}
        loading="lazy"
        width={96}
        height={72}
      />
      {caption && <span className="small">{caption}</span>}
      {outside && (
        <strong className="small">
          {words(outside.late ? "outsideLate" : "outside")}{" "}
          {words("outsideReceipt", {
            number: outside.receiptNo,
            time: formatInstant(outside.receivedAt),
          })}
        </strong>
      )}
    </a>
  );
}
