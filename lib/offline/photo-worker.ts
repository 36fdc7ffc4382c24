import { encoded, hexOf } from "@/lib/offline/picture";
import type { Size } from "@/lib/offline/picture-rules";

/**
 * Writes a photograph anew, off the main thread: small, upright, and with nothing of what the camera wrote beside the picture. The
 * size is given, so that the large picture is let go of as soon as the small one is drawn.
 */
async function anew(file: Blob, { width, height }: Size): Promise<ArrayBuffer> {
  const picture = await createImageBitmap(file, {
    ...{ imageOrientation: "from-image", resizeWidth: width, resizeHeight: height, resizeQuality: "high" },
  });
  try {
    return await encoded(new OffscreenCanvas(width, height), picture, { width, height });
  } finally {
    picture.close();
  }
}

addEventListener("message", (event: MessageEvent<{ file: Blob; size: Size }>) => {
  void (async () => {
    try {
      const bytes = await anew(event.data.file, event.data.size);
      postMessage({ bytes, sha256: await hexOf(bytes) });
    } catch {
      postMessage(null);
    }
  })();
});
