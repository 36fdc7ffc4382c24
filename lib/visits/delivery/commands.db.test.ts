import { describe, expect, it } from "vitest";

import { receiveGroup } from "@/lib/visits/recording/commands";
import { entries, mark } from "@/tests/support/database/deliveries";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { inspector, loadedVisit, createVisit } from "@/tests/support/database/visit";
const sheet = (visitId: string, version: number, note: string) => ({
  visitId,
  groupCode: "D",
  version,
  answers: { "D.1": { outcome: "partly" as const, note } },
});

describe("a sheet that arrives more than once", () => {
  it("gets the same receipt, and is saved once, one after the other and at the same moment", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const item = mark();
    const both = await Promise.all([
      receiveGroup(viewer, sheet(visit, 0, "a"), item),
      receiveGroup(viewer, sheet(visit, 0, "a"), item),
    ]);
    const third = await receiveGroup(viewer, sheet(visit, 0, "a"), item);
    expect(third.ok).toBe(true);
    expect(both).toEqual([third, third]);
    expect(await entries(visit, "section-saved")).toBe(1);
  });

  it("is refused with other bytes, which are kept beside it under a receipt of their own", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const item = mark();
    await receiveGroup(viewer, sheet(visit, 0, "a"), item);
    const other = await receiveGroup(viewer, sheet(visit, 0, "b"), item);
    const again = await receiveGroup(viewer, sheet(visit, 0, "b"), item);
    expect(other.ok).toBe(false);
    expect(!other.ok && other.conflict?.kept).toMatch(/^\d{6,}$/);
    expect(!other.ok && other.conflict?.keptAt).toMatch(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}$/);
    expect(again).toMatchObject({ conflict: { kept: !other.ok && other.conflict?.kept } });
    expect(await entries(visit, "item-kept")).toBe(1);
    expect((await loadedVisit(visit)).answers["D.1"]?.note).toBe("a");
  });

  it("that comes too late keeps both: what stands, and what was sent", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    await receiveGroup(viewer, sheet(visit, 0, "của người kia"), mark());
    const late = await receiveGroup(viewer, sheet(visit, 0, "của tôi"), mark());
    expect(late).toMatchObject({
      ok: false,
      conflict: { current: { version: "1", "note.D.1": "của người kia" } },
    });
    const [kept] = await rowsOf<{ content: string }>(
      "select content from journal_entry where entity_id = $1 and action = 'item-kept'",
      [visit],
    );
    expect(kept?.content).toContain("của tôi");
  });

  it("that comes too late many times at once is kept once", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    await receiveGroup(viewer, sheet(visit, 0, "của người kia"), mark());
    const item = mark();
    const late = await Promise.all(
      Array.from({ length: 8 }, () => receiveGroup(viewer, sheet(visit, 0, "của tôi"), item)),
    );
    expect(new Set(late.map((each) => !each.ok && each.conflict?.kept)).size).toBe(1);
    expect(await entries(visit, "item-kept")).toBe(1);
  });

  it("is nobody else's: another's id gets no receipt", async () => {
    const visit = await createVisit();
    const item = mark();
    await receiveGroup(await inspector(), sheet(visit, 0, "a"), item);
    for (const name of ["leader", "officer", "head", "admin"])
      expect((await receiveGroup(await viewerNamed(name), sheet(visit, 0, "a"), item)).ok).toBe(false);
  });
});
