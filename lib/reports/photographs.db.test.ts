import { createHash } from "node:crypto";

import sharp from "sharp";
import { expect, it } from "vitest";

import { attachPhoto } from "@/lib/visits/photos/commands";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { findMinutes } from "@/lib/reports/queries";
import { TooManyAtOnce } from "@/lib/reports/unmade/rules";
import { renderDocx } from "@/lib/reports/render/docx";
import { receiveChunk } from "@/lib/visits/photos/pieces/commands";
import { newId } from "@/tests/support/database/export";
import { inspector, createVisit } from "@/tests/support/database/visit";

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#777",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  });

async function photograph(visitId: string, questionCode: string, bytes: Buffer): Promise<void> {
  const viewer = await inspector();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const piece = 256 * 1024;
  for (let start = 0; start < bytes.length; start += piece)
    await receiveChunk(
      viewer,
      { visitId, sha256, start },
      new Uint8Array(bytes.subarray(start, start + piece)),
    );
  const mark = { id: newId(), recordedAt: new Date("2017-12-31T02:00:00Z") };
  const said = { visitId, questionCode, sha256, fileName: "", caption: questionCode };
  expect(await attachPhoto(viewer, said, mark)).toMatchObject({ ok: true });
}

it("stand in the paper as small as they are printed, in their order; what is no picture is named", async () => {
  const visit = await createVisit();
  const large = await noise(3000, 2000).jpeg({ quality: 95 }).toBuffer();
  expect(large.length).toBeGreaterThan(3_000_000);
  await photograph(visit, "D.2", large);
  await photograph(visit, "C.1", await noise(200, 100).webp().toBuffer());
  await photograph(visit, "D.1", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(50)]));
  const facts = await findMinutes(await inspector(), visit, { number: null, date: null });
  expect(facts?.photos).toMatchObject([
    { caption: "C.1", image: { type: "jpg", width: 200, height: 100 } },
    { caption: "D.1", image: null },
    { caption: "D.2", image: { type: "jpg", width: 1000, height: 667 } },
  ]);
  const paper = facts && (await renderDocx(minutesOf(facts)));
  expect(paper?.length).toBeLessThan(1_000_000);
});

it("are made ready for so many papers at once; whoever has none of them waits for nobody", async () => {
  const [pictured, plain] = [await createVisit(), await createVisit()];
  await photograph(pictured, "C.1", await noise(900, 600).jpeg().toBuffer());
  const viewer = await inspector();
  const asked = (visit: string) => findMinutes(viewer, visit, { number: null, date: null });
  const all = await Promise.allSettled([
    ...Array.from({ length: 14 }, () => asked(pictured)),
    ...Array.from({ length: 6 }, () => asked(plain)),
  ]);
  const refused = all.filter((each) => each.status === "rejected");
  expect(refused.every(({ reason }) => reason instanceof TooManyAtOnce)).toBe(true);
  expect(refused.length).toBeLessThanOrEqual(2);
  expect(all.slice(14).every(({ status }) => status === "fulfilled")).toBe(true);
  expect((await asked(pictured))?.photos).toHaveLength(1);
});
