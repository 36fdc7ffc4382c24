import { useEffect, useState } from "react";

import type { PhotoViewerProps } from "@/components/field/photo-props";
import { SaveNote } from "@/components/field/save-note";
import { pictureOf } from "@/components/field/use-picture";
import {
  isTap,
  outlineOf,
  placeIn,
  shapes,
  strokeOf,
  type Mark,
  type Point,
  type Shape,
} from "@/lib/offline/marks";
import { marked } from "@/lib/offline/photo";
import { jpegName, type Size } from "@/lib/offline/picture-rules";
import type { Pictured } from "@/lib/offline/pictured";
import { mintId } from "@/lib/offline/ids";

type Props = PhotoViewerProps & {
  picture: Pictured;
  /** Told the hash of what was saved, or null where nothing was. */
  done: (saved: string | null) => void;
};

type SheetProps = {
  address: string;
  marks: readonly Mark[];
  shape: Shape;
  label: string;
  drawn: (mark: Mark) => void;
};

const square: Size = { width: 1, height: 1 };

/** The picture as paper: drawn on with a finger, a pen or a mouse; or with two taps, where each mark begins and where it ends. */
function Sheet({ address, marks, shape, label, drawn }: SheetProps) {
  const [size, setSize] = useState(square);
  const [from, setFrom] = useState<Point | null>(null);
  const [to, setTo] = useState<Point | null>(null);
  const placeOf = (event: React.PointerEvent): Point =>
    placeIn(event.currentTarget.getBoundingClientRect(), event.clientX, event.clientY);
  const drawing = from && to ? [{ shape, from, to }] : [];
  return (
    <div
      className="photo-sheet"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const place = placeOf(event);
        setFrom(from ?? place);
        setTo(place);
      }}
      onPointerMove={(event) => {
        if (to) setTo(placeOf(event));
      }}
      onPointerUp={(event) => {
        const place = placeOf(event);
        setTo(null);
        if (!from || isTap(from, place, size)) return;
        setFrom(null);
        drawn({ shape, from, to: place });
      }}
      onPointerCancel={() => {
        setFrom(null);
        setTo(null);
      }}
    >
      <img
        src={address}
        alt={label}
        draggable={false}
        onLoad={({ currentTarget }) => {
          setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight });
        }}
      />
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        {strokeOf(size).map(({ colour, width }) => (
          <g key={colour} stroke={colour} strokeWidth={width}>
            {[...marks, ...drawing].map((mark, index) => (
              <path key={index} d={outlineOf(mark, size)} />
            ))}
            {from && !to && <circle cx={from.x * size.width} cy={from.y * size.height} r={width / 2} />}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Arrow and circle on a photograph: kept as a picture of its own beside it, or in its place while it has not left. */
export function PhotoMarker({ picture, visitId, code, store, words, added, done }: Props) {
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [shape, setShape] = useState<Shape>("circle");
  const [source, setSource] = useState<{ blob: Blob; address: string } | null>(null);
  const [away, setAway] = useState(false);
  const { id, fileId } = picture;
  useEffect(() => {
    let address: string | null = null;
    void pictureOf(store, { id, fileId }).then((blob) => {
      if (!blob) setAway(true);
      else {
        address = URL.createObjectURL(blob);
        setSource({ blob, address });
      }
    });
    return () => {
      if (address) URL.revokeObjectURL(address);
    };
  }, [store, id, fileId]);
  const { photo } = words;
  const inPlace = picture.standing === "new";
  const key = `marks ${id}`;
  const save = async (instead: boolean): Promise<void> => {
    const drawn = source && (await marked(source.blob, marks));
    if (!drawn) return;
    const { bytes, sha256 } = drawn;
    const { caption } = picture;
    const fileName = jpegName(picture.fileName, " (đánh dấu)");
    const made = { id: instead ? id : mintId(), visitId, questionCode: code, sha256, fileName, caption };
    const kept = instead
      ? await store.saving.save(key, null, () => store.replacePhoto(made, bytes), { asked: true })
      : await added({ photo: made, bytes });
    if (kept) done(sha256);
  };
  if (away) return <p className="notice watch">{photo.away}</p>;
  if (!source) return null;
  return (
    <>
      <div className="row" role="group" aria-label={photo.draw}>
        {shapes.map((each) => (
          <button
            type="button"
            className="button second photo-tool"
            key={each}
            aria-pressed={shape === each}
            onClick={() => {
              setShape(each);
            }}
          >
            {photo[each]}
          </button>
        ))}{" "}
        <button
          type="button"
          className="button second"
          disabled={marks.length === 0}
          onClick={() => {
            setMarks(marks.slice(0, -1));
          }}
        >
          {photo.undo}
        </button>
      </div>
      <Sheet
        address={source.address}
        marks={marks}
        shape={shape}
        label={photo.drawHint}
        drawn={(mark) => {
          setMarks([...marks, mark]);
        }}
      />
      <p className="small soft">{photo.drawHint}</p>
      <SaveNote saving={store.saving} at={key} what={words.save.decision} words={words.save} />
      <div className="row">
        {inPlace && (
          <button
            type="button"
            className="button"
            disabled={marks.length === 0}
            onClick={() => void save(true)}
          >
            {photo.instead}
          </button>
        )}{" "}
        <button
          type="button"
          className={inPlace ? "button second" : "button"}
          disabled={marks.length === 0}
          onClick={() => void save(false)}
        >
          {photo.beside}
        </button>{" "}
        <button
          type="button"
          className="button second"
          onClick={() => {
            done(null);
          }}
        >
          {photo.cancel}
        </button>
      </div>
    </>
  );
}
