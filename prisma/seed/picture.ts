import { pngOf } from "@/lib/reports/render/png";

/** A small drawing of a sheet on a notice board, in grey, as PNG: stands for the photo an officer would take. */
export function noticePicture(width = 240, height = 180): Buffer {
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    const sheet = x > 50 && x < 190 && y > 25 && y < 160;
    const line = sheet && x > 65 && x < 175 && (y - 40) % 14 < 4 && y > 38 && y < 150;
    return line ? 90 : sheet ? 250 : 170;
  });
  return pngOf({ width, height, pixels });
}
