import type { GreyPicture } from "@/lib/reports/render/png";

/** The box a signature is drawn in. */
export const box = { width: 600, height: 200 } as const;

type Point = readonly [x: number, y: number];

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most - 1);

/** The strokes of a path of moves and lines: each a row of points inside the box. */
const strokesOf = (path: string): Point[][] =>
  path
    .split("M")
    .slice(1)
    .map((stroke) =>
      stroke
        .trim()
        .split(/\s*L\s*/)
        .map((point): Point => {
          const [x = 0, y = 0] = point.trim().split(/\s+/).map(Number);
          return [within(x, box.width), within(y, box.height)];
        }),
    );

const reach = 3;
const thickness = 2;

/** How dark the tip of the pen leaves what lies around it: black in the middle, soft at its edge. */
const tip = Array.from({ length: (2 * reach + 1) ** 2 }, (_, index) => {
  const [x, y] = [(index % (2 * reach + 1)) - reach, Math.floor(index / (2 * reach + 1)) - reach];
  return { x, y, grey: Math.round(255 * Math.min(Math.max(Math.hypot(x, y) - thickness, 0), 1)) };
}).filter(({ grey }) => grey < 255);

function press(pixels: Uint8Array, atX: number, atY: number): void {
  for (const { x, y, grey } of tip) {
    const [toX, toY] = [atX + x, atY + y];
    if (toX < 0 || toY < 0 || toX >= box.width || toY >= box.height) continue;
    const index = toY * box.width + toX;
    pixels[index] = Math.min(pixels[index] ?? 255, grey);
  }
}

const stepsOf = ([fromX, fromY]: Point, [toX, toY]: Point): number =>
  Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY), 1);

/** Presses the pen at every step of a line. */
function drawLine(pixels: Uint8Array, [fromX, fromY]: Point, [toX, toY]: Point, steps: number): void {
  for (let step = 0; step <= steps; step += 1)
    press(
      pixels,
      Math.round(fromX + ((toX - fromX) * step) / steps),
      Math.round(fromY + ((toY - fromY) * step) / steps),
    );
}

/** Some eighty times across the box: a hand that signs needs a tenth of it, and what goes on for ever costs a paper no more. */
const longestInk = 50_000;

/** What was drawn with a finger, as a picture that every office program shows; as far as the ink goes. */
export function drawingOf(path: string): GreyPicture {
  const pixels = new Uint8Array(box.width * box.height).fill(255);
  let ink = longestInk;
  for (const stroke of strokesOf(path))
    stroke.forEach((point, index) => {
      const from = stroke[index - 1] ?? point;
      const steps = stepsOf(from, point);
      ink -= steps;
      if (ink >= 0) drawLine(pixels, from, point, steps);
    });
  return { ...box, pixels };
}
