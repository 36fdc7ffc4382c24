import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { Photo } from "@/lib/visits/photos/types";
import { questionAddress } from "@/lib/checklists/rules";
import type { Question } from "@/lib/checklists/types";
import type { VisitRecord } from "@/lib/visits/types";
import { untouched, type FormAction, type FormState } from "@/lib/gate/types";

export type PhotosPageProps = {
  visit: VisitRecord;
  question: Question;
  add: FormAction;
  caption: FormAction;
  remove: FormAction;
  initial: FormState;
};

type OnePhotoProps = Pick<PhotosPageProps, "visit" | "caption" | "remove"> & { photo: Photo; n: number };

async function OnePhoto({ visit, photo, n, caption, remove }: OnePhotoProps) {
  const words = await getTranslations("audits");
  const { id, questionCode, fileName } = photo;
  const which = [
    { kind: "hidden", name: "visitId", value: visit.id },
    { kind: "hidden", name: "questionCode", value: questionCode },
    { kind: "hidden", name: "photoId", value: id },
  ] as const;
  return (
    <li className="stack">
      <a href={`/files/${id}`}>
        <img
          className="photo"
          src={`/files/${id}`}
          alt={photo.caption || words("photoAlt", { n, code: questionCode, name: fileName })}
        />
      </a>
      <Form
        action={caption}
        initial={untouched}
        second
        words={await formWords(words("saveCaption", { n }))}
        fields={[
          ...which,
          {
            ...{ kind: "text", name: `caption.${id}`, optional: true, value: photo.caption },
            label: words("captionOf", { n }),
          },
        ]}
      />
      <Form
        action={remove}
        initial={untouched}
        second
        words={await formWords(words("removePhoto", { n }))}
        fields={which}
      />
    </li>
  );
}

/** The photographs of one question: what is there, and one more. */
export async function PhotosPage({ visit, question, initial, ...actions }: PhotosPageProps) {
  const words = await getTranslations("audits");
  const { code, groupCode, text } = question;
  const photos = visit.photos[code] ?? [];
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={questionAddress(visit.id, groupCode, code)}>
            ‹ {words("backToSection", { code: groupCode })}
          </a>
        </p>
        <h1>{words("photosTitle", { code })}</h1>
        <p>{text}</p>
      </div>
      {photos.length === 0 ? (
        <p className="soft">{words("noPhotos")}</p>
      ) : (
        <ul className="plain stack-wide">
          {photos.map((photo, index) => (
            <OnePhoto key={photo.id} visit={visit} photo={photo} n={index + 1} {...actions} />
          ))}
        </ul>
      )}
      <Form
        action={actions.add}
        initial={initial}
        words={await formWords(words("addPhoto"))}
        fields={[
          { kind: "hidden", name: "visitId", value: visit.id },
          { kind: "hidden", name: "questionCode", value: code },
          {
            kind: "file",
            name: "photo",
            label: words("photo"),
            hint: words("photoHint"),
            accept: "image/jpeg,image/png,image/webp",
          },
          {
            kind: "text",
            name: "caption",
            label: words("photoCaption"),
            hint: words("captionHint"),
            optional: true,
          },
        ]}
      />
    </div>
  );
}
