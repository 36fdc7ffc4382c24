const margin = 10;

/** The box around what is drawn, as an SVG names it: a signature is shown as large as its place allows, wherever it was put. */
export function boxAround(path: string): string {
  const numbers = path.match(/\d+/g)?.map(Number) ?? [];
  const [xs, ys] = [0, 1].map((rest) => numbers.filter((_number, index) => index % 2 === rest));
  const [left, top] = [Math.min(600, ...(xs ?? [])), Math.min(200, ...(ys ?? []))];
  const [right, bottom] = [Math.max(left, ...(xs ?? [])), Math.max(top, ...(ys ?? []))];
  return [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin].join(" ");
}

/** A stroke less: what was drawn last is taken back. */
export const withoutLastStroke = (path: string): string =>
  path.slice(0, Math.max(0, path.lastIndexOf("M"))).trim();
