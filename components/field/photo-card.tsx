import { SaveNote } from "@/components/field/save-note";
import { usePicture } from "@/components/field/use-picture";
import { fill, type Words } from "@/components/field/words";
import { longestCaption } from "@/lib/audits/photos/rules";
import type { Pictured } from "@/lib/offline/pictured";
import type { FieldStore } from "@/lib/offline/store";

export type PhotoCardProps = {
  picture: Pictured;
  n: number;
  code: string;
  captionKey: string;
  store: FieldStore;
  words: Words["field"];
  captioned: (caption: string) => void;
  opened: () => void;
  dropped: () => void;
};

/** One photograph: small, what it shows, and ways to see it large or to drop it while it has not left. */
export function PhotoCard(props: PhotoCardProps) {
  const { picture, n, code, captionKey, store, words, captioned, opened, dropped } = props;
  const address = usePicture(store, picture);
  const { photo } = words;
  return (
    <li className="photo-card">
      <button
        type="button"
        className="photo-open"
        aria-label={fill(photo.open, { n, code })}
        onClick={opened}
      >
        {address && <img src={address} alt={fill(words.photoAlt, { n, code })} width={96} height={72} />}
      </button>
      <div className="photo-said">
        <label>
          <span className="small soft">{fill(photo.caption, { n })}</span>
          <input
            className="input"
            maxLength={longestCaption}
            autoComplete="off"
            value={picture.caption}
            onChange={(event) => {
              captioned(event.currentTarget.value);
            }}
          />
        </label>
        {picture.standing === "new" && (
          <button type="button" className="link-button" onClick={dropped}>
            {fill(photo.drop, { n })}
          </button>
        )}
        <SaveNote
          saving={store.saving}
          at={captionKey}
          what={fill(words.save.caption, { n, code })}
          words={words.save}
        />
        <SaveNote
          saving={store.saving}
          at={`drop ${picture.id}`}
          what={words.save.decision}
          words={words.save}
        />
      </div>
    </li>
  );
}
