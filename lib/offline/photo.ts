export type Shrunk = { bytes: ArrayBuffer; sha256: string };

/** The photograph as it will be sent; null where this is no picture that the device can read. */
export function shrink(file: File): Promise<Shrunk | null> {
  const worker = new Worker("/field/photo-worker.js");
  return new Promise((resolve) => {
    const end = (result: Shrunk | null) => {
      worker.terminate();
      resolve(result);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<Shrunk | { unreadable: true }>) => {
      end("unreadable" in data ? null : data);
    });
    worker.addEventListener("error", () => {
      end(null);
    });
    worker.postMessage({ file });
  });
}
