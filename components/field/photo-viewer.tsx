import { useEffect, useRef, useState } from "react";

import { PhotoMarker } from "@/components/field/photo-marker";
import type { PhotoViewerProps } from "@/components/field/photo-props";
import { usePicture } from "@/components/field/use-picture";
import { fill } from "@/lib/kernel/fill";
import type { Pictured } from "@/lib/offline/pictured";

function Large({
  picture,
  alt,
  store,
  words,
}: { picture: Pictured; alt: string } & Pick<PhotoViewerProps, "store" | "words">) {
  const address = usePicture(store, picture);
  const [missing, setMissing] = useState<string | null>(null);
  if (!address) return null;
  if (missing === address) return <p className="notice watch">{words.photo.away}</p>;
  return (
    <img
      className="photo-large"
      src={address}
      alt={alt}
      onError={() => {
        setMissing(address);
      }}
    />
  );
}

/** A photograph as large as the screen allows, with its neighbours at hand, and a way to draw on it. */
export function PhotoViewer(props: PhotoViewerProps) {
  const { pictures, sha256, code, store, words, shown } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [drawing, setDrawing] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const index = pictures.findIndex((each) => each.sha256 === sha256);
  const picture = pictures[index];
  const to = (step: number): void => {
    const next = pictures[index + step];
    if (next && !drawing) shown(next.sha256);
  };
  const { photo } = words;
  const name = fill(words.photoAlt, { n: index + 1, code });
  return (
    <dialog
      className="photo-viewer"
      ref={dialog}
      aria-label={name}
      onClose={() => {
        shown(null);
      }}
      onKeyDown={({ key }) => {
        if (key === "ArrowLeft") to(-1);
        if (key === "ArrowRight") to(1);
      }}
    >
      <div className="photo-viewer-head">
        <strong>{name}</strong>{" "}
        <button type="button" className="button second" onClick={() => dialog.current?.close()}>
          {photo.close}
        </button>
      </div>
      {picture && drawing && (
        <PhotoMarker
          {...props}
          picture={picture}
          done={(saved) => {
            setDrawing(false);
            if (saved) shown(saved);
          }}
        />
      )}
      {picture && !drawing && (
        <>
          <Large picture={picture} alt={picture.caption || name} store={store} words={words} />
          {picture.caption && <p>{picture.caption}</p>}
          <div className="row">
            <button
              type="button"
              className="button second"
              disabled={index === 0}
              onClick={() => {
                to(-1);
              }}
            >
              {photo.before}
            </button>{" "}
            <button
              type="button"
              className="button second"
              disabled={index === pictures.length - 1}
              onClick={() => {
                to(1);
              }}
            >
              {photo.next}
            </button>{" "}
            <button
              type="button"
              className="button"
              onClick={() => {
                setDrawing(true);
              }}
            >
              {photo.draw}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
