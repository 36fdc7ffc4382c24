import { useTranslations } from "next-intl";

import type { Photo } from "@/lib/audits/photos/types";

/** Photographs of one question, small, each leading to the whole picture, with what it shows. */
export function Photos({ photos }: { photos: readonly Photo[] }) {
  const words = useTranslations("audits");
  if (photos.length === 0) return null;
  return (
    <span className="photo-row">
      {photos.map(({ id, questionCode, fileName, caption }, index) => (
        <a className="photo-captioned" key={id} href={`/files/${id}`}>
          <img
            src={`/files/${id}`}
            alt={words("photoAlt", { n: index + 1, code: questionCode, name: fileName })}
            loading="lazy"
            width={96}
            height={72}
          />
          {caption && <span className="small">{caption}</span>}
        </a>
      ))}
    </span>
  );
}
