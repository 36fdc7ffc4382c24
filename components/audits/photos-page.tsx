import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { Photo } from "@/lib/audits/photos/types";
import type { Question, VisitRecord } from "@/lib/audits/types";
import { untouched, type FormAction, type FormState } from "@/lib/gate/types";

export type PhotosPageProps = {
  visit: VisitRecord;
  question: Question;
  add: FormAction;
  remove: FormAction;
  initial: FormState;
};

async function OnePhoto({
  visit,
  photo,
  n,
  remove,
}: {
  visit: VisitRecord;
  photo: Photo;
  n: number;
  remove: FormAction;
}) {
  const words = await getTranslations("audits");
  const { id, questionCode, fileName } = photo;
  return (
    <li className="stack">
      <a href={`/files/${id}`}>
        <img
          className="photo"
          src={`/files/${id}`}
          alt={words("photoAlt", { n, code: questionCode, name: fileName })}
        />
      </a>
      <Form
        action={remove}
        initial={untouched}
        words={await formWords(words("removePhoto"))}
        fields={[
          { kind: "hidden", name: "visitId", value: visit.id },
          { kind: "hidden", name: "questionCode", value: questionCode },
          { kind: "hidden", name: "photoId", value: id },
        ]}
      />
    </li>
  );
}

/** The photographs of one question: what is there, and one more. */
export async function PhotosPage({ visit, question, add, remove, initial }: PhotosPageProps) {
  const words = await getTranslations("audits");
  const { code, groupCode, text } = question;
  const photos = visit.photos[code] ?? [];
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/audits/${visit.id}/${groupCode}#question-${code.replace(".", "-")}`}>
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
            <OnePhoto key={photo.id} visit={visit} photo={photo} n={index + 1} remove={remove} />
          ))}
        </ul>
      )}
      <Form
        action={add}
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
            camera: true,
          },
        ]}
      />
    </div>
  );
}
