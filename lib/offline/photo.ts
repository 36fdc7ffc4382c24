import { outlineOf, strokeOf, type Mark } from "@/lib/offline/marks";
import { encoded, hexOf } from "@/lib/offline/picture";
import type { Unreadable } from "@/lib/offline/types";
import { fitted, isHeic, type Size } from "@/lib/offline/picture-rules";

export type Shrunk = { bytes: ArrayBuffer; sha256: string };

/** A picture as the browser reads it, upright; null where it cannot. Its points are not in memory until it is drawn. */
function read(address: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  return new Promise((resolve) => {
    image.onload = () => {
      resolve(image.naturalWidth > 0 ? image : null);
    };
    image.onerror = () => {
      resolve(null);
    };
    image.src = address;
  });
}

function inWorker(file: Blob, size: Size): Promise<Shrunk | null> {
  const worker = new Worker("/field/photo-worker.js");
  return new Promise((resolve) => {
    const end = (result: Shrunk | null) => {
      worker.terminate();
      resolve(result);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<Shrunk | null>) => {
      end(data);
    });
    worker.addEventListener("error", () => {
      end(null);
    });
    worker.postMessage({ file, size });
  });
}

const canvasOf = ({ width, height }: Size): HTMLCanvasElement =>
  Object.assign(document.createElement("canvas"), { width, height });

async function onPage(picture: HTMLImageElement, size: Size, marks: readonly Mark[]): Promise<Shrunk | null> {
  try {
    const bytes = await encoded(canvasOf(size), picture, size, (context) => {
      const stroke = strokeOf(size);
      context.lineCap = "round";
      context.lineJoin = "round";
      for (const { colour, width } of stroke)
        for (const mark of marks) {
          context.strokeStyle = colour;
          context.lineWidth = width;
          context.stroke(new Path2D(outlineOf(mark, size)));
        }
    });
    return { bytes, sha256: await hexOf(bytes) };
  } catch {
    return null;
  }
}

async function withPicture<T>(file: Blob, work: (image: HTMLImageElement | null) => Promise<T>): Promise<T> {
  const address = URL.createObjectURL(file);
  try {
    return await work(await read(address));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A file that was held may be gone from under its name: then nothing can be read of it at all. */
const whyUnread = (file: Blob): Promise<Unreadable> =>
  file
    .slice(0, 12)
    .arrayBuffer()
    .then(
      (head) => (isHeic(new Uint8Array(head)) ? "heic" : "unreadable"),
      () => "unreadable",
    );

/**
 * The photograph as it will be sent, always written anew: nothing that the camera or the telephone wrote beside the picture leaves
 * the device, not where it was taken, not when, not by which. Where the worker lacks a part or memory, the page draws it.
 */
export const shrink = (file: Blob): Promise<Shrunk | Unreadable> =>
  withPicture(file, async (image) => {
    if (!image) return whyUnread(file);
    const size = fitted({ width: image.naturalWidth, height: image.naturalHeight });
    return (await inWorker(file, size)) ?? (await onPage(image, size, [])) ?? "unreadable";
  });

/** The longer side of a copy to read and to print. */
const copySide = 720;

/** A small copy of a photograph; null where it cannot be read. */
export const smaller = (file: Blob): Promise<ArrayBuffer | null> =>
  withPicture(file, async (image) => {
    if (!image) return null;
    const size = fitted({ width: image.naturalWidth, height: image.naturalHeight }, copySide);
    return ((await inWorker(file, size)) ?? (await onPage(image, size, [])))?.bytes ?? null;
  });

/** The photograph with what was drawn on it, as a picture of its own; null where it cannot be read. */
export const marked = (file: Blob, marks: readonly Mark[]): Promise<Shrunk | null> =>
  withPicture(file, async (image) =>
    image ? onPage(image, fitted({ width: image.naturalWidth, height: image.naturalHeight }), marks) : null,
  );
