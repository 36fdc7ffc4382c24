import { useState } from "react";

import { FontDoubt } from "@/components/field/font-doubt";
import { SaveNote } from "@/components/field/save-note";
import { usePicture } from "@/components/field/use-picture";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import { longestCaption } from "@/lib/visits/photos/rules";
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

/** One photograph: small, what it shows, and ways to see it large, to drop it, or to take it back once it may have left. */
export function PhotoCard(props: PhotoCardProps) {
  const { picture, n, code, captionKey, store, words, captioned, opened, dropped } = props;
  const address = usePicture(store, picture);
  const [asked, setAsked] = useState(false);
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
        <FontDoubt text={picture.caption} ask={words.fontDoubt.ask} />{" "}
        <button
          type="button"
          className="link-button"
          aria-expanded={picture.standing === "new" ? undefined : asked}
          onClick={() => {
            if (picture.standing === "new") dropped();
            else setAsked(!asked);
          }}
        >
          {fill(photo.drop, { n })}
        </button>
        {asked && (
          <div className="notice watch">
            <p>{fill(photo.dropSent, { n })}</p>
            <button type="button" className="button second" onClick={dropped}>
              {photo.dropYes}
            </button>
          </div>
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
