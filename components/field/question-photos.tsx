import { useState } from "react";

import { photoKey } from "@/components/field/held-files";
import { PhotoCard } from "@/components/field/photo-card";
import { PhotoViewer } from "@/components/field/photo-viewer";
import { SaveNote, useUnsaved } from "@/components/field/save-note";
import { UnreadFiles, unreadOf } from "@/components/field/unread-files";
import { useTakenPhotos } from "@/components/field/use-taken-photos";
import { useTyped } from "@/components/field/use-typed";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { fill } from "@/lib/kernel/fill";
import { picturesOf, type Pictured } from "@/lib/offline/pictured";
import { valuesUnder } from "@/lib/offline/saving";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, NewPhoto } from "@/lib/offline/types";

export type QuestionPhotosProps = {
  visit: PackedVisit;
  code: string;
  held: Held;
  store: FieldStore;
  words: Words["field"];
};

type TakeProps = {
  code: string;
  count: number;
  words: Words["field"];
  taken: (files: FileList | null) => void;
};

/** The two ways to a photograph: the camera, or what the gallery has, several at once. */
function Take({ code, count, words, taken }: TakeProps) {
  const { photo } = words;
  return (
    <p className="row photo-ways">
      {(["camera", "gallery"] as const).map((way) => (
        <label className="button second photo-button" key={way}>
          {fill(photo[way], { count })} <span className="visually-hidden">{code}</span>
          <input
            className="visually-hidden"
            type="file"
            accept="image/*"
            capture={way === "camera" ? "environment" : undefined}
            multiple={way === "gallery"}
            onChange={(event) => {
              taken(event.currentTarget.files);
              event.currentTarget.value = "";
            }}
          />
        </label>
      ))}
    </p>
  );
}

/** Photographs of one question: taken or chosen, written anew away from the screen's thread, kept here, sent when there is a network. */
export function QuestionPhotos({ visit, code, held, store, words }: QuestionPhotosProps) {
  const { saving } = store;
  const [open, setOpen] = useState<string | null>(null);
  const [dropped, setDropped] = useState<NewPhoto | null>(null);
  const pictures = picturesOf(visit, held, code);
  const keyOf = (id: string): string => photoKey(visit.id, code, id);
  const keep = (taken: NewPhoto): Promise<boolean> =>
    saving.save(keyOf(taken.photo.id), taken, () => store.addPhoto(taken.photo, taken.bytes));
  const { busy, take } = useTakenPhotos(visit.id, code, store);
  const unsaved = useUnsaved(saving);
  const lost = Object.entries(valuesUnder<NewPhoto>(unsaved, `photo ${visit.id} ${code}`));
  const unread = unreadOf(visit.id, held, unsaved).filter(({ questionCode }) => questionCode === code);
  const stored = Object.fromEntries(
    pictures.map(({ sha256, caption }) => [sha256, { outcome: null, note: caption }]),
  );
  const captions = useTyped<{ outcome: null; note: string }>(stored, {
    saving,
    scope: `caption ${visit.id} ${code}`,
    record: (sha256, { note }) => store.caption(visit.id, { questionCode: code, sha256 }, note),
  });
  const said = (picture: Pictured): Pictured => ({
    ...picture,
    caption: captions.shown[picture.sha256]?.note ?? "",
  });
  const drop = async ({ id, sha256, standing }: Pictured): Promise<void> => {
    const write = () => store.dropPhoto(visit.id, { id, questionCode: code, sha256 });
    const photo = held.photos.find((each) => each.id === id);
    const bytes = await store.picture(id);
    const gone = await saving.save(`drop ${id}`, null, write, { asked: true });
    if (gone && photo && bytes && standing === "new") setDropped({ photo, bytes });
  };
  const { photo } = words;
  return (
    <div className="stack question-photos">
      <Take code={code} count={pictures.length} words={words} taken={(files) => void take(files)} />
      {busy && (
        <p className="soft" role="status">
          {fill(photo.busy, busy)}
        </p>
      )}
      <UnreadFiles files={unread} store={store} words={words} />
      {lost.map(([id]) => (
        <SaveNote
          key={id}
          saving={saving}
          at={keyOf(id)}
          what={fill(words.save.photo, { code })}
          words={words.save}
        />
      ))}
      {dropped && (
        <p className="row" role="status">
          <span>{photo.dropped}</span>{" "}
          <button
            type="button"
            className="button second"
            onClick={() => {
              setDropped(null);
              void keep(dropped);
            }}
          >
            {photo.undo}
          </button>
        </p>
      )}
      <ul className="plain photo-cards">
        {pictures.map(said).map((picture, index) => (
          <PhotoCard
            key={picture.sha256}
            picture={picture}
            n={index + 1}
            code={code}
            captionKey={`caption ${visit.id} ${code} ${picture.sha256}`}
            store={store}
            words={words}
            captioned={(note) => {
              captions.change(picture.sha256, { outcome: null, note });
            }}
            opened={() => {
              setOpen(picture.sha256);
            }}
            dropped={() => void drop(picture)}
          />
        ))}
      </ul>
      {open !== null && (
        <PhotoViewer
          pictures={pictures.map(said)}
          sha256={open}
          code={code}
          visitId={visit.id}
          store={store}
          words={words}
          shown={setOpen}
          added={keep}
        />
      )}
    </div>
  );
}
