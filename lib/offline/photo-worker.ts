/** Makes a photograph small enough to send, off the main thread, and takes its fingerprint. */
const longestSide = 1600;
const quality = 0.8;

async function shrunk(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await canvas.convertToBlob({ type: "image/jpeg", quality });
  return smaller.size < file.size || file.type !== "image/jpeg" ? smaller : file;
}

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

addEventListener("message", (event: MessageEvent<{ file: Blob }>) => {
  void (async () => {
    try {
      const bytes = await (await shrunk(event.data.file)).arrayBuffer();
      const sha256 = hexOf(await crypto.subtle.digest("SHA-256", bytes));
      postMessage({ bytes, sha256 });
    } catch {
      postMessage({ unreadable: true });
    }
  })();
});
