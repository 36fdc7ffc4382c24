import { randomBytes } from "node:crypto";

import { describe, expect, it } from "vitest";

import { listKept } from "@/lib/fieldwork/kept/queries";
import { findFile } from "@/lib/files/queries";
import { sha256Hex } from "@/lib/platform/hash";
import { attachPhoto } from "@/lib/visits/photos/commands";
import { receiveChunk } from "@/lib/visits/photos/pieces/commands";
import { receiveGroup, saveGroup } from "@/lib/visits/recording/commands";
import { mark } from "@/tests/support/database/deliveries";
import { png } from "@/tests/support/database/export";
import { sealedVisit } from "@/tests/support/database/sealed";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { inspector, loadedVisit } from "@/tests/support/database/visit";

describe("what comes after the seal", () => {
  it("is kept under a receipt and shown beside the minutes, sent twice once", async () => {
    const visit = await sealedVisit();
    const viewer = await inspector();
    const late = { "C.1": { outcome: "partly" as const, note: "hai hồ sơ thiếu dấu" } };
    const item = { ...mark(), clockFast: 7200 };
    const input = { visitId: visit, groupCode: "C", version: 1, answers: late };
    const first = await receiveGroup(viewer, input, item);
    expect(first).toMatchObject({ ok: false, conflict: { late: true } });
    expect(!first.ok && first.conflict?.kept).toMatch(/^\d{6,}$/);
    expect(await receiveGroup(viewer, input, item)).toEqual(first);
    expect(await listKept(viewer, visit)).toMatchObject([
      { why: "late", kind: "sheets", part: "C", answers: late, recordedAt: item.recordedAt, clockFast: 7200 },
    ]);
    expect((await loadedVisit(visit)).answers["C.1"]?.note).toBe("");
  });

  it.each(["1970-01-01T00:05:00Z", "2999-12-30T00:00:00Z"])(
    "is kept whatever its clock said: %s",
    async (said) => {
      const visit = await sealedVisit();
      const viewer = await inspector();
      const item = { ...mark(), recordedAt: new Date(said), clockFast: null };
      const answers = { "C.1": { outcome: "partly" as const, note: "đồng hồ sai" } };
      const sent = { visitId: visit, groupCode: "C", version: 1, answers };
      expect(await receiveGroup(viewer, sent, item)).toMatchObject({ conflict: { late: true } });
      expect(await listKept(viewer, visit)).toMatchObject([{ why: "late", recordedAt: item.recordedAt }]);
    },
  );

  it("has the receipt of what stands where it says the same", async () => {
    const visit = await sealedVisit();
    const same = { "C.1": { outcome: "conforming" as const, note: "" } };
    const input = { visitId: visit, groupCode: "C", version: 0, answers: same };
    expect(await receiveGroup(await inspector(), input, mark())).toMatchObject({ ok: true });
    expect(await listKept(await inspector(), visit)).toEqual([]);
  });

  it("keeps a photograph with its bytes, attached to nothing", async () => {
    const visit = await sealedVisit();
    const viewer = await inspector();
    const bytes = new Uint8Array(Buffer.concat([png, randomBytes(300)]));
    const sha256 = sha256Hex(bytes);
    await receiveChunk(viewer, { visitId: visit, sha256, start: 0 }, bytes);
    const photo = { visitId: visit, questionCode: "C.1", sha256, fileName: "sổ theo dõi.png" };
    expect(await attachPhoto(viewer, photo, mark())).toMatchObject({ ok: false, conflict: { late: true } });
    const [kept] = await listKept(viewer, visit);
    const [file] = await rowsOf<{ bytes: Buffer }>(
      "select c.bytes from attachment a join file_content c on c.sha256 = a.sha256 where a.id = $1",
      [kept?.attachmentId],
    );
    expect(file && Buffer.compare(file.bytes, bytes)).toBe(0);
    expect((await loadedVisit(visit)).photos).toEqual({});
    const read = async (name: string) => findFile(await viewerNamed(name), kept?.attachmentId ?? "");
    expect(await read("leader")).not.toBeNull();
    const [{ agency } = { agency: "" }] = await rowsOf<{ agency: string }>(
      "select agency_id as agency from visit where id = $1",
      [visit],
    );
    const officer = await viewerNamed("officer");
    expect(
      await findFile({ ...officer, agencyId: agency }, kept?.attachmentId ?? ""),
      "its address is no way round",
    ).toBeNull();
  });

  it("is refused without a device, and nobody else reads it", async () => {
    const visit = await sealedVisit();
    const input = {
      visitId: visit,
      groupCode: "C",
      version: 1,
      answers: { "C.1": { outcome: "partly" as const, note: "x" } },
    };
    expect(await saveGroup(await inspector(), input)).toMatchObject({
      problems: [{ code: "visit-final" }],
    });
    await receiveGroup(await inspector(), input, mark());
    for (const name of ["officer", "head", "admin"])
      expect(await listKept(await viewerNamed(name), visit)).toEqual([]);
  });
});
