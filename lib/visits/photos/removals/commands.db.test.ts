import { createHash, randomBytes } from "node:crypto";

import { expect, it } from "vitest";

import { finaliseVisit } from "@/lib/visits/commands";
import { listKept } from "@/lib/fieldwork/kept/queries";
import { absent } from "@/lib/visits/minutes/types";
import { attachPhoto } from "@/lib/visits/photos/commands";
import { takeBackPhoto } from "@/lib/visits/photos/removals/commands";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { receiveChunk } from "@/lib/visits/photos/pieces/commands";
import { newId, png } from "@/tests/support/database/export";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { answerAll, inspector, loadedVisit, createVisit, versionsOf } from "@/tests/support/database/visit";

const questionCode = "D.2";
const mark = () => ({ id: newId(), recordedAt: new Date("2017-12-31T02:00:00Z") });

const finding = {
  ...{ questionCode, severity: "minor" as const, scope: "Trụ sở chính", dueOn: "2018-01-30" as PlainDate },
  evidence: "Bảng tin tầng 1 niêm yết bản ký năm 2012",
};

async function attached(viewer: Viewer, visitId: string) {
  const bytes = new Uint8Array(Buffer.concat([png, randomBytes(500)]));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const send = async () => {
    await receiveChunk(viewer, { visitId, sha256, start: 0 }, bytes);
    return attachPhoto(viewer, { visitId, questionCode, sha256, fileName: "nhầm.png" }, mark());
  };
  expect((await send()).ok).toBe(true);
  return { send, removal: { visitId, questionCode, sha256 } };
}

const hashes = async (visitId: string): Promise<string[]> =>
  (await loadedVisit(visitId)).photos[questionCode]?.map(({ sha256 }) => sha256) ?? [];

it("is off its answer, under one receipt however often it comes, and can be sent again", async () => {
  const visit = await createVisit();
  const viewer = await inspector();
  const { removal, send } = await attached(viewer, visit);
  const item = mark();
  const first = await takeBackPhoto(viewer, removal, item);
  expect(first.ok).toBe(true);
  expect(await hashes(visit)).toEqual([]);
  expect(await takeBackPhoto(viewer, removal, item)).toEqual(first);
  expect(await takeBackPhoto(viewer, removal, mark())).toMatchObject({
    ok: true,
    value: { number: first.ok && first.value.number },
  });
  expect(
    await rowsOf("select 1 from journal_entry where entity_id = $1 and action = 'photo-removed'", [visit]),
  ).toHaveLength(1);
  expect((await send()).ok).toBe(true);
  expect(await hashes(visit)).toEqual([removal.sha256]);
});

it("is refused of what never was there and by who is not of the team, and is kept after the seal", async () => {
  const visit = await createVisit();
  const viewer = await inspector();
  const { removal } = await attached(viewer, visit);
  expect(await takeBackPhoto(viewer, { ...removal, sha256: "0".repeat(64) }, mark())).toMatchObject({
    problems: [{ code: "photo-gone" }],
  });
  expect((await takeBackPhoto(await viewerNamed("officer"), removal, mark())).ok).toBe(false);
  await answerAll(visit);
  const seen = await versionsOf(visit);
  const sealed = { visitId: visit, conclusion: "", findings: [finding], seen, representative: absent };
  expect((await finaliseVisit(viewer, sealed)).ok).toBe(true);
  expect(await takeBackPhoto(viewer, removal, mark())).toMatchObject({ conflict: { late: true } });
  expect(await hashes(visit)).toEqual([removal.sha256]);
  const [photo] = (await loadedVisit(visit)).photos[questionCode] ?? [];
  // What is kept of it says which picture it was about.
  expect(await listKept(viewer, visit)).toMatchObject([
    { kind: "removals", part: questionCode, attachmentId: photo?.id, text: "" },
  ]);
});
