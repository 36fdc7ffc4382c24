import { useEffect, useState } from "react";

import { fill, type Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/audits/field/types";
import { shrink } from "@/lib/offline/photo";
import { mintId, type FieldStore } from "@/lib/offline/store";
import type { Held } from "@/lib/offline/types";

/** From the device while it waits there; from the server once it has its receipt. */
function Thumbnail({ id, store, alt, sent }: { id: string; store: FieldStore; alt: string; sent: boolean }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    void store.picture(id).then((bytes) => {
      if (bytes) made = URL.createObjectURL(new Blob([bytes]));
      setAddress(made ?? `/files/${id}`);
    });
    return () => {
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, store, sent]);
  return address ? <img src={address} alt={alt} width={96} height={72} /> : null;
}

export type QuestionPhotosProps = {
  visit: PackedVisit;
  code: string;
  held: Held;
  store: FieldStore;
  words: Words["field"];
};

/** Photographs of one question: taken, shrunk away from the screen's thread, kept on the device, sent when there is a network. */
export function QuestionPhotos({ visit, code, held, store, words }: QuestionPhotosProps) {
  const [unreadable, setUnreadable] = useState(false);
  const mine = held.photos.filter((photo) => photo.visitId === visit.id && photo.questionCode === code);
  const earlier = (visit.photos[code] ?? []).filter(({ id }) => mine.every((photo) => photo.id !== id));
  const untried = (id: string): boolean => held.items.some((item) => item.id === id && item.tries === 0);
  const sent = (id: string): boolean =>
    held.items.some((item) => item.id === id && item.standing.state === "sent");
  const take = async (files: FileList | null): Promise<void> => {
    setUnreadable(false);
    for (const file of files ?? []) {
      const shrunk = await shrink(file);
      if (shrunk === null) setUnreadable(true);
      else {
        const { bytes, sha256 } = shrunk;
        const photo = { id: mintId(), visitId: visit.id, questionCode: code, sha256, fileName: file.name };
        await store.addPhoto(photo, bytes);
      }
    }
  };
  const alt = (n: number): string => fill(words.photoAlt, { n, code });
  return (
    <div className="stack">
      <label className="button second photo-button">
        {fill(words.takePhoto, { count: mine.length + earlier.length })}{" "}
        <span className="visually-hidden">{code}</span>
        <input
          className="visually-hidden"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => {
            const input = event.currentTarget;
            void take(input.files).then(() => {
              input.value = "";
            });
          }}
        />
      </label>
      {unreadable && (
        <p className="fault" role="alert">
          {words.photoUnreadable}
        </p>
      )}
      <div className="photo-row">
        {earlier.map(({ id }, index) => (
          <img key={id} src={`/files/${id}`} alt={alt(index + 1)} width={96} height={72} />
        ))}
        {mine.map(({ id }, index) => (
          <span className="photo-held" key={id}>
            <Thumbnail id={id} store={store} alt={alt(earlier.length + index + 1)} sent={sent(id)} />
            {untried(id) && (
              <button type="button" className="link-button" onClick={() => void store.dropPhoto(id)}>
                {fill(words.dropPhoto, { n: earlier.length + index + 1 })}
              </button>
            )}
          </span>
        ))}
      </div>
    </div>
  );
}
