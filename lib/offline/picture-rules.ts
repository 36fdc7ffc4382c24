export type Size = { width: number; height: number };

const longestSide = 1600;

/** The size in which a picture is sent: its own shape, its longer side no more than that of a page's print. */
export function fitted({ width, height }: Size, longest = longestSide): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

const brands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"];

/** Is this the format of newer telephones (HEIC), by its first bytes? Few browsers read it. */
export const isHeic = (head: Uint8Array): boolean =>
  String.fromCharCode(...head.subarray(4, 8)) === "ftyp" &&
  brands.includes(String.fromCharCode(...head.subarray(8, 12)));

/** What is written anew is a JPEG, whatever it was. */
export const jpegName = (fileName: string, mark = ""): string =>
  `${fileName.replace(/\.[a-z0-9]{2,5}$/i, "").slice(0, 180) || "anh"}${mark}.jpg`;
