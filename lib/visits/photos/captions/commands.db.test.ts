import { createHash, randomBytes } from "node:crypto";

import { expect, it } from "vitest";

import { finaliseVisit } from "@/lib/visits/commands";
import { absent } from "@/lib/visits/minutes/types";
import { captionPhoto, setCaption } from "@/lib/visits/photos/captions/commands";
import { attachPhoto } from "@/lib/visits/photos/commands";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { receiveChunk } from "@/lib/visits/photos/pieces/commands";
import { newId, png } from "@/tests/support/database/export";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { answerAll, inspector, loadedVisit, createVisit, versionsOf } from "@/tests/support/database/visit";

const questionCode = "D.2";
const mark = () => ({ id: newId(), recordedAt: new Date("2017-12-31T02:00:00Z") });

const finding = {
  questionCode,
  severity: "minor" as const,
  evidence: "Bảng tin tầng 1 niêm yết bản ký năm 2012",
  scope: "Trụ sở chính",
  dueOn: "2018-01-30" as PlainDate,
};

async function attached(viewer: Viewer, visitId: string, caption?: string) {
  const bytes = new Uint8Array(Buffer.concat([png, randomBytes(500)]));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const message = { visitId, questionCode, sha256, fileName: "bảng tin.png", ...(caption && { caption }) };
  const send = async (who: Viewer, item = mark(), said: object = {}) => {
    await receiveChunk(who, { visitId, sha256, start: 0 }, bytes);
    return attachPhoto(who, { ...message, ...said }, item);
  };
  const item = mark();
  return { item, sha256, send, first: await send(viewer, item) };
}

const captions = async (visitId: string): Promise<string[]> =>
  (await loadedVisit(visitId)).photos[questionCode]?.map((photo) => photo.caption) ?? [];

const said = async (visitId: string): Promise<string[]> =>
  (
    await rowsOf<{ caption: string }>(
      `select content::jsonb ->> 'caption' as caption from journal_entry where entity_id = $1
         and content::jsonb ? 'caption' order by id`,
      [visitId],
    )
  ).map(({ caption }) => caption);

it("travels with its photograph, and whoever reads the visit reads it", async () => {
  const visit = await createVisit();
  await attached(await inspector(), visit, "Bảng niêm yết tầng 1");
  expect(await captions(visit)).toEqual(["Bảng niêm yết tầng 1"]);
  expect(await said(visit)).toEqual(["Bảng niêm yết tầng 1"]);
});

it("follows its photograph under a receipt of its own, and every wording stays in the history", async () => {
  const visit = await createVisit();
  const viewer = await inspector();
  const { sha256 } = await attached(viewer, visit);
  const item = mark();
  const place = { visitId: visit, questionCode, sha256 };
  const first = await captionPhoto(viewer, { ...place, caption: "Bảng" }, item);
  expect(first.ok).toBe(true);
  await captionPhoto(viewer, { ...place, caption: "Bảng tin" }, mark());
  expect(await captionPhoto(viewer, { ...place, caption: "Bảng" }, item)).toEqual(first);
  expect(await captions(visit)).toEqual(["Bảng tin"]);
  expect(await said(visit)).toEqual(["Bảng", "Bảng tin"]);
});

it("is refused of a photograph that is not there, and by whoever is not of the team", async () => {
  const visit = await createVisit();
  const { sha256, item } = await attached(await inspector(), visit);
  const place = { visitId: visit, questionCode, caption: "Bảng" };
  const nothing = await captionPhoto(await inspector(), { ...place, sha256: "0".repeat(64) }, mark());
  expect(nothing).toMatchObject({ problems: [{ code: "photo-gone" }] });
  for (const name of ["leader", "officer", "head", "admin"]) {
    const viewer = await viewerNamed(name);
    expect((await captionPhoto(viewer, { ...place, sha256 }, mark())).ok, name).toBe(false);
    expect((await setCaption(viewer, { ...place, photoId: item.id })).ok, name).toBe(false);
  }
  expect(await captions(visit)).toEqual([""]);
});

it("is changed from the office too, until the minutes are final", async () => {
  const visit = await createVisit();
  await answerAll(visit);
  const viewer = await inspector();
  const { item } = await attached(viewer, visit);
  const change = (caption: string) =>
    setCaption(viewer, { visitId: visit, questionCode, photoId: item.id, caption });
  expect((await change("Sổ theo dõi 2017")).ok).toBe(true);
  expect(await change("Sổ theo dõi 2017")).toMatchObject({ problems: [{ code: "no-change" }] });
  const seen = await versionsOf(visit);
  const input = { visitId: visit, conclusion: "", seen, representative: absent, findings: [finding] };
  expect((await finaliseVisit(viewer, input)).ok).toBe(true);
  expect(await change("khác")).toMatchObject({ problems: [{ code: "visit-final" }] });
  await expect(
    rowsOf("update answer_evidence set caption = 'khác' where visit_id = $1", [visit]),
  ).rejects.toThrow(/final/);
  expect(await captions(visit)).toEqual(["Sổ theo dõi 2017"]);
});

it("of the same photograph from a second phone: the receipt of the first, and what is said anew", async () => {
  const visit = await createVisit();
  const viewer = await inspector();
  const { send, first } = await attached(viewer, visit);
  const again = await send(viewer);
  expect(first.ok && again).toMatchObject({
    ok: true,
    value: first.ok ? { number: first.value.number } : {},
  });
  expect((await send(viewer, mark(), { caption: "Bảng tin" })).ok).toBe(true);
  expect((await send(viewer, mark(), { caption: "" })).ok).toBe(true);
  expect(await captions(visit)).toEqual(["Bảng tin"]);
  expect(await rowsOf("select 1 from photo_chunk")).toHaveLength(0);
});
