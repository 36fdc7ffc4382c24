import { useRef, useState } from "react";

import { withoutLastStroke } from "@/lib/offline/signing/strokes/rules";
import type { Words } from "@/components/field/words";

const width = 600;
const height = 200;

export type SignaturePadProps = {
  label: string;
  path: string;
  words: Words["field"];
  changed: (path: string) => void;
};

/** A box to sign in with a finger or a pen: what is drawn is an SVG path of whole numbers, told stroke by stroke. */
export function SignaturePad({ label, path, words, changed }: SignaturePadProps) {
  const stroke = useRef("");
  const [drawing, setDrawing] = useState("");
  const pointOf = (event: React.PointerEvent<SVGSVGElement>): string => {
    const box = event.currentTarget.getBoundingClientRect();
    // As the box is drawn ("slice"): as large as it fills the pad from the middle, so that nothing is stretched.
    const unit = Math.max(box.width / width, box.height / height);
    const within = (from: number, size: number, most: number): number =>
      Math.max(0, Math.min(most, Math.round((from - size / 2) / unit + most / 2)));
    const x = within(event.clientX - box.left, box.width, width);
    const y = within(event.clientY - box.top, box.height, height);
    return `${x} ${y}`;
  };
  const draw = (next: string): void => {
    stroke.current = next;
    setDrawing(next);
  };
  const lift = (): void => {
    if (stroke.current === "") return;
    changed([path, stroke.current].filter(Boolean).join(" "));
    draw("");
  };
  return (
    <>
      <svg
        className="signature-pad"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMidYMid slice"
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(`M${pointOf(event)}`);
        }}
        onPointerMove={(event) => {
          if (stroke.current !== "") draw(`${stroke.current} L${pointOf(event)}`);
        }}
        onPointerUp={lift}
        onPointerCancel={lift}
      >
        <path d={`${path} ${drawing}`.trim()} vectorEffect="non-scaling-stroke" />
      </svg>
      <p className="row">
        <button
          type="button"
          className="button second"
          disabled={path === ""}
          onClick={() => {
            changed(withoutLastStroke(path));
          }}
        >
          {words.signing.undo}
        </button>{" "}
        <button
          type="button"
          className="button second"
          disabled={path === ""}
          onClick={() => {
            changed("");
          }}
        >
          {words.clear}
        </button>
      </p>
    </>
  );
}
