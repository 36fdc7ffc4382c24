import type { Size } from "@/lib/offline/picture-rules";

const quality = 0.8;

type Canvas = HTMLCanvasElement | OffscreenCanvas;
type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const blobOf = (canvas: Canvas): Promise<Blob | null> =>
  "convertToBlob" in canvas
    ? canvas.convertToBlob({ type: "image/jpeg", quality })
    : new Promise((resolve) => {
        canvas.toBlob(resolve, "image/jpeg", quality);
      });

/** A picture drawn to a JPEG of that size, with what `draw` puts on it. What is transparent becomes paper. */
export async function encoded(
  canvas: Canvas,
  picture: CanvasImageSource,
  { width, height }: Size,
  draw: (context: Context) => void = () => undefined,
): Promise<ArrayBuffer> {
  // Of a union of both TypeScript picks an overload by the order in which it met them.
  const context: Context | null = (canvas as OffscreenCanvas).getContext("2d");
  if (!context) throw new Error("no canvas");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  draw(context);
  const blob = await blobOf(canvas);
  if (!blob) throw new Error("no picture");
  return blob.arrayBuffer();
}

/** SHA-256 of bytes, lower-case hex. */
export async function hexOf(bytes: ArrayBuffer): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
