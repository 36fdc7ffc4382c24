import { createHash, randomBytes } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";

import { expect, it } from "vitest";

import { attachPhoto } from "@/lib/visits/photos/commands";
import { chunkBytes } from "@/lib/visits/photos/rules";
import { findFile } from "@/lib/files/queries";
import { asViewer } from "@/lib/identity/database";
import { receiveChunk } from "@/lib/visits/photos/pieces/commands";
import { newId, png } from "@/tests/support/database/export";
import { inspector, createVisit } from "@/tests/support/database/visit";

/** For how long nobody else was answered, at most, in milliseconds: of several tries the calmest, for others work beside this test. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  const longest: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await work();
    await new Promise((soon) => setTimeout(soon, 5));
    delay.disable();
    longest.push(delay.max / 1e6);
  }
  return Math.min(...longest);
}

it("a photograph of ten megabytes is read whole, and others are answered meanwhile", async () => {
  const [viewer, visitId, item] = [await inspector(), await createVisit(), newId()];
  const bytes = new Uint8Array(Buffer.concat([png, randomBytes(10_000_000)]));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  for (let start = 0; start < bytes.length; start += chunkBytes)
    await receiveChunk(viewer, { visitId, sha256, start }, bytes.slice(start, start + chunkBytes));
  const photo = { visitId, questionCode: "C.1", sha256, fileName: "ảnh.png" };
  expect((await attachPhoto(viewer, photo, { id: item, recordedAt: new Date() })).ok).toBe(true);
  const file = await findFile(viewer, item);
  expect(file).toMatchObject({ fileName: "ảnh.png", mediaType: "image/png", sha256 });
  expect(file && Buffer.compare(file.bytes, bytes)).toBe(0);
  const atOnce = () =>
    asViewer(viewer, (tx) => tx.fileContent.findUnique({ where: { sha256 }, select: { bytes: true } }));
  expect(await longestWait(() => findFile(viewer, item))).toBeLessThan((await longestWait(atOnce)) / 2);
});
