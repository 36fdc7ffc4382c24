import { useRef } from "react";

const width = 600;
const height = 200;

export type SignaturePadProps = { label: string; path: string; changed: (path: string) => void };

/** A box to sign in with a finger or a pen: what is drawn is an SVG path of whole numbers. */
export function SignaturePad({ label, path, changed }: SignaturePadProps) {
  const drawing = useRef(false);
  const pointOf = (event: React.PointerEvent<SVGSVGElement>): string => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));
    const x = within(((event.clientX - box.left) / box.width) * width, width);
    const y = within(((event.clientY - box.top) / box.height) * height, height);
    return `${x} ${y}`;
  };
  return (
    <svg
      className="signature-pad"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        drawing.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        changed(`${path}${path && " "}M${pointOf(event)}`);
      }}
      onPointerMove={(event) => {
        if (drawing.current) changed(`${path} L${pointOf(event)}`);
      }}
      onPointerUp={() => {
        drawing.current = false;
      }}
    >
      <path d={path} />
    </svg>
  );
}
