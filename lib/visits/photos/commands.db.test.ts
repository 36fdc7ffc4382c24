import { randomBytes } from "node:crypto";

import { describe, expect, it } from "vitest";

import { attachPhoto } from "@/lib/visits/photos/commands";
import { receiveChunk } from "@/lib/visits/photos/pieces/commands";
import { removePhoto } from "@/lib/visits/photos/removals/commands";
import { count, entries, hashOf, mark } from "@/tests/support/database/deliveries";
import { png } from "@/tests/support/database/export";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { inspector, createVisit, written } from "@/tests/support/database/visit";

const picture = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat([png, randomBytes(500)]));
const message = (visitId: string, sha256: string) => ({
  visitId,
  questionCode: "D.2",
  sha256,
  fileName: "bảng tin.png",
});

describe("a photograph", () => {
  it("arrives in pieces, in any order, and is attached once with a receipt", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const bytes = picture();
    const sha256 = hashOf(bytes);
    const item = mark();
    const place = (start: number) => ({ visitId: visit, sha256, start });
    expect(await receiveChunk(viewer, place(300), bytes.slice(300))).toEqual({ ok: true, value: 0 });
    expect(await attachPhoto(viewer, message(visit, sha256), item)).toMatchObject({
      problems: [{ code: "photo-incomplete" }],
    });
    const whole = { ok: true, value: bytes.length };
    expect(await receiveChunk(viewer, place(0), bytes.slice(0, 300))).toEqual(whole);
    expect(await receiveChunk(viewer, place(0), bytes.slice(0, 300))).toEqual(whole);
    expect((await receiveChunk(await viewerNamed("leader"), place(0), bytes)).ok).toBe(false);
    const attached = await attachPhoto(viewer, message(visit, sha256), item);
    expect(attached.ok).toBe(true);
    expect(await attachPhoto(viewer, message(visit, sha256), item)).toEqual(attached);
    expect(await count("select count(*) as n from answer_evidence where visit_id = $1", visit)).toBe(1);
    expect(await count("select count(*) as n from photo_chunk where sha256 = $1", sha256)).toBe(0);
  });

  it("never has more in pieces than a photograph may, whatever overlaps", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const sha256 = hashOf(picture());
    const bytes = new Uint8Array(randomBytes(1024));
    const kept = () =>
      count("select coalesce(sum(octet_length(bytes)), 0) as n from photo_chunk where sha256 = $1", sha256);
    for (let start = 0; start < 6; start += 1)
      expect((await receiveChunk(viewer, { visitId: visit, sha256, start }, bytes)).ok).toBe(true);
    expect(await kept()).toBeLessThanOrEqual(bytes.length);
    const last = 10 * 1024 * 1024 - 1;
    expect(await receiveChunk(viewer, { visitId: visit, sha256, start: last }, bytes)).toMatchObject({
      problems: [{ code: "file-too-large" }],
    });
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        receiveChunk(viewer, { visitId: visit, sha256, start: n * 100 }, bytes),
      ),
    );
    expect(await kept()).toBeLessThanOrEqual(bytes.length);
  });

  it("gives way, the longest forgotten first, where a person has begun too many", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    await rowsOf("delete from photo_chunk");
    const forgotten = Array.from({ length: 14 }, (_, n) => hashOf(Buffer.from(String(n))));
    for (const [age, sha256] of forgotten.entries())
      await rowsOf(
        `insert into photo_chunk (sha256, uploaded_by, start, bytes, received_at)
         select $1, $2, n * 1048576, repeat('x', 1048576)::bytea, now() - make_interval(days => $3::int)
         from generate_series(0, 8) n`,
        [sha256, viewer.accountId, age],
      );
    const sha256 = hashOf(picture());
    const place = { visitId: visit, sha256, start: 0 };
    expect((await receiveChunk(viewer, place, new Uint8Array(256 * 1024))).ok).toBe(true);
    const left = await rowsOf<{ sha256: string; pieces: number }>(
      "select sha256, count(*)::int as pieces from photo_chunk group by sha256",
    );
    expect(left).toContainEqual({ sha256, pieces: 1 });
    expect(left).toContainEqual({ sha256: forgotten[0], pieces: 9 });
    expect(left.map((each) => each.sha256)).not.toContain(forgotten[13]);
    await rowsOf("delete from photo_chunk");
  });

  it("heals where a piece was spoilt on the way, whichever it was", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    for (const spoilt of [0, 1]) {
      const bytes = picture();
      const sha256 = hashOf(bytes);
      const item = mark();
      const pieces: [number, Uint8Array<ArrayBuffer>][] = [
        [0, bytes.slice(0, 300)],
        [300, bytes.slice(300)],
      ];
      /** As a device sends: from the first byte on, going on where the answer says. */
      const send = async (broken: number | null): Promise<boolean> => {
        let received = 0;
        for (const [index, [start, piece]] of pieces.entries()) {
          if (start < received) continue;
          const sent = piece.slice();
          if (index === broken) sent[7] = (sent[7] ?? 0) ^ 1;
          const answer = await receiveChunk(viewer, { visitId: visit, sha256, start }, sent);
          received = answer.ok ? answer.value : 0;
        }
        return (await attachPhoto(viewer, message(visit, sha256), item)).ok;
      };
      expect(await send(spoilt)).toBe(false);
      expect([await send(null), await send(null)]).toContain(true);
    }
  });

  it("gets one receipt where copies of it are attached at the same moment", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const bytes = picture();
    const item = mark();
    await receiveChunk(viewer, { visitId: visit, sha256: hashOf(bytes), start: 0 }, bytes);
    const copy = () => attachPhoto(viewer, message(visit, hashOf(bytes)), item);
    const [first, ...others] = await Promise.all(Array.from({ length: 6 }, copy));
    expect(first).toMatchObject({ ok: true });
    expect(new Set([...others, await copy()].map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify(first)]),
    );
    expect(await entries(visit, "photo-attached")).toBe(1);
  });

  it("is refused where its bytes are not those of its hash, or no picture, and nothing is written", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const before = await written(visit);
    const other = hashOf(picture());
    await receiveChunk(viewer, { visitId: visit, sha256: other, start: 0 }, picture());
    expect((await attachPhoto(viewer, message(visit, other), mark())).ok).toBe(false);
    const text = new TextEncoder().encode("không phải ảnh");
    await receiveChunk(viewer, { visitId: visit, sha256: hashOf(text), start: 0 }, text);
    expect(await attachPhoto(viewer, message(visit, hashOf(text)), mark())).toMatchObject({
      problems: [{ code: "not-a-photo" }],
    });
    expect(await written(visit)).toBe(before);
  });

  it("can be taken off while the visit is open, by the team alone", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const bytes = picture();
    const item = mark();
    await receiveChunk(viewer, { visitId: visit, sha256: hashOf(bytes), start: 0 }, bytes);
    await attachPhoto(viewer, message(visit, hashOf(bytes)), item);
    const removal = { visitId: visit, questionCode: "D.2", photoId: item.id };
    expect((await removePhoto(await viewerNamed("leader"), removal)).ok).toBe(false);
    expect((await removePhoto(viewer, removal)).ok).toBe(true);
    expect(await removePhoto(viewer, removal)).toMatchObject({ problems: [{ code: "already-done" }] });
  });
});
