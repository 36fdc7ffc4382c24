/** Advance widths of Times Bold in thousandths of an em, for the letters that letterheads and titles are made of. */
const runs: readonly (readonly [letters: string, width: number])[] = [
  ["W", 1000],
  ["M", 944],
  ["m", 833],
  ["GHKOQƠ", 778],
  ["ACDNRUVXYĐƯw", 722],
  ["BELTZ", 667],
  ["FP", 611],
  ["bdhknpquSđư", 556],
  ["agovxyơJ0123456789", 500],
  ["cerz", 444],
  ["sI", 389],
  ["fjt()-", 333],
  ["il/:;", 278],
  [" .,", 250],
];

const widths = new Map(runs.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])));
const usual = 556;
const millimetresPerPoint = 25.4 / 72;

/** Ơ and Ư are letters of their own; all other marks stand above or below and take no room. */
const baseLetters = (text: string): string[] => [
  ...text
    .normalize("NFD")
    .replace(/\u031b/gu, "")
    .replace(/\p{M}/gu, "")
    .replace(/\u00a0/gu, " "),
];

/** About how wide a line of bold text is, in millimetres: rules are drawn as long as a share of their text. */
export function boldWidth(text: string, points: number): number {
  const thousandths = baseLetters(text).reduce((sum, letter) => sum + (widths.get(letter) ?? usual), 0);
  return (thousandths / 1000) * points * millimetresPerPoint;
}
