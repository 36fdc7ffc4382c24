import type { Size } from "@/lib/offline/picture-rules";

/** A place on a picture, in parts of its width and height: the same place however large the picture is shown. */
export type Point = { x: number; y: number };

export const shapes = ["arrow", "circle"] as const;
export type Shape = (typeof shapes)[number];

/** Drawn from where the finger came down to where it went up: an arrow's head is there, a circle fills the box between. */
export type Mark = { shape: Shape; from: Point; to: Point };

type Box = { left: number; top: number; width: number; height: number };

const part = (value: number, from: number, length: number): number =>
  length > 0 ? Math.min(1, Math.max(0, (value - from) / length)) : 0;

/** Where a finger is on a picture that is shown in that box; beside it, the nearest place on it. */
export const placeIn = ({ left, top, width, height }: Box, x: number, y: number): Point => ({
  x: part(x, left, width),
  y: part(y, top, height),
});

const onto = ({ x, y }: Point, { width, height }: Size): Point => ({ x: x * width, y: y * height });
const longer = ({ width, height }: Size): number => Math.max(width, height);

/** A finger that hardly moved has tapped: the first tap begins a mark, the next one ends it. */
export function isTap(from: Point, to: Point, size: Size): boolean {
  const [a, b] = [onto(from, size), onto(to, size)];
  return Math.hypot(a.x - b.x, a.y - b.y) < longer(size) * 0.02;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

const headAngle = Math.PI / 7;

function arrow(from: Point, to: Point, size: Size): string {
  const back = Math.atan2(from.y - to.y, from.x - to.x);
  const length = Math.min(Math.hypot(from.x - to.x, from.y - to.y) / 2, longer(size) * 0.06);
  const side = (angle: number): Point => ({
    x: to.x + length * Math.cos(back + angle),
    y: to.y + length * Math.sin(back + angle),
  });
  return `M${at(from)} L${at(to)} M${at(side(headAngle))} L${at(to)} L${at(side(-headAngle))}`;
}

function circle(from: Point, to: Point): string {
  const [rx, ry] = [Math.abs(from.x - to.x) / 2, Math.abs(from.y - to.y) / 2];
  const y = (from.y + to.y) / 2;
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const half = `A${round(rx)} ${round(ry)} 0 1 1`;
  return `M${at({ x: left, y })} ${half} ${at({ x: right, y })} ${half} ${at({ x: left, y })}`;
}

/** The line of a mark on a picture of that size: an SVG path, which a canvas draws too. */
export function outlineOf({ shape, from, to }: Mark, size: Size): string {
  const [a, b] = [onto(from, size), onto(to, size)];
  return shape === "arrow" ? arrow(a, b, size) : circle(a, b);
}

/** Strokes one over the other: red within white, so that it is seen on dark and on light. */
export function strokeOf(size: Size): readonly { colour: string; width: number }[] {
  const width = Math.max(2, longer(size) / 160);
  return [
    { colour: "#ffffff", width: round(width * 2) },
    { colour: "#d01c1c", width: round(width) },
  ];
}
