import sharp from "sharp";

/** A picture as a paper carries it: a JPEG that Word shows, upright, with its size in pixels. */
export type Shrunk = { type: "jpg"; bytes: Uint8Array<ArrayBuffer>; width: number; height: number };

/** Two beside each other on a page are sharp in print at this, and can be read when they are drawn larger. */
const longestSide = 1000;
/** More than a phone takes; a file of few bytes may claim any number, and its maker needs no memory for it. */
const mostPixels = 64_000_000;
const secondsEach = 20;

// One picture is worked on at a time, by one thread beside the one that answers, and nothing of it is kept.
sharp.concurrency(1);
sharp.cache(false);

/** The same picture as small as a paper needs it; null where its bytes are no whole picture, or too large a one. */
export async function shrunk(bytes: Uint8Array): Promise<Shrunk | null> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, sequentialRead: true })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 80 })
      .timeout({ seconds: secondsEach })
      .toBuffer({ resolveWithObject: true });
    return { type: "jpg", bytes: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    return null;
  }
}
