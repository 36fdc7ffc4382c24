import { beforeAll, describe, expect, it } from "vitest";

import { recordReview } from "@/lib/self-reviews/commands";
import { listReviews } from "@/lib/self-reviews/queries";
import { findCancellable, listCorrections } from "@/lib/corrections/queries";
import type { EntryKind } from "@/lib/corrections/types";
import { addScan } from "@/lib/files/scans/commands";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { postPolicy, removePosting, saveObjective } from "@/lib/policies/commands";
import { findPolicy } from "@/lib/policies/queries";
import { noticePicture } from "@/prisma/seed/picture";
import {
  agencyOf,
  begin,
  cancel,
  head,
  last,
  leader,
  officer,
  own,
  reason,
  refuses,
  today,
} from "@/tests/support/database/corrections";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

beforeAll(begin);

type Recording = (viewer: Viewer) => Promise<{ ok: boolean }>;

const records: [EntryKind, string, Recording, () => Promise<readonly string[]>][] = [
  [
    "review",
    "agency_review",
    (viewer) =>
      recordReview(viewer, {
        ...own,
        ...{ kind: "management_review", startedOn: today, endedOn: today, minutes: null },
        ...{ participants: "Chủ tịch", scope: "Toàn cơ quan", findings: "Không" },
      }),
    async () => (await listReviews(officer, own.agencyId, today)).map(({ id }) => id),
  ],
  [
    "posting",
    "policy_posting",
    (viewer) => postPolicy(viewer, { ...own, place: "Nhầm chỗ", postedOn: today, photo: null }),
    async () => (await findPolicy(officer, own.agencyId, today)).current?.postings.map(({ id }) => id) ?? [],
  ],
  [
    "objective",
    "quality_objective",
    (viewer) =>
      saveObjective(viewer, {
        ...{ ...own, objectiveId: "", version: 0, text: "Nhầm", measure: "Tỷ lệ", target: "9%", result: "" },
      }),
    async () => (await findPolicy(officer, own.agencyId, today)).objectives.map(({ id }) => id),
  ],
];

/** What stays readable of each once it is cancelled, beside its name. */
const whole: Partial<Record<EntryKind, string>> = {
  review: "Chủ tịch / Toàn cơ quan / Không",
  posting: "",
  objective: "Tỷ lệ / 9%",
};

describe.each(records)("a %s", (of, table, recordOne, shown) => {
  it("that was entered wrongly counts nowhere once it is cancelled, and the same is entered anew", async () => {
    expect(await recordOne(officer)).toMatchObject({ ok: true });
    const id = await last(table);
    expect(await shown()).toContain(id);
    expect((await listCorrections(officer, own.agencyId, [of])).cancellable).toEqual([id]);
    expect(await cancel(officer, of, id)).toMatchObject({ ok: true });
    expect(await shown()).not.toContain(id);
    const { cancelled, cancellable } = await listCorrections(officer, own.agencyId, [of]);
    expect(cancelled[0]?.said?.map(({ text }) => text).join(" / ")).toBe(whole[of]);
    expect([cancelled.map((each) => each.id), cancellable]).toEqual([[id], []]);
    expect(await recordOne(officer)).toMatchObject({ ok: true });
    expect(await last(table)).not.toBe(id);
  });

  it("of yesterday, or of somebody else, is for the head or the leader", async () => {
    expect(await recordOne(head)).toMatchObject({ ok: true });
    const theirs = await last(table, own.agencyId, `recorded_by = '${head.accountId}'`);
    expect(theirs).not.toBe("");
    await refuses(() => cancel(officer, of, theirs), "cancel-others");
    expect(await findCancellable(officer, own.agencyId, of, theirs)).toMatchObject({ mine: false });
    expect(await cancel(leader, of, theirs)).toMatchObject({ ok: true });
  });

  it("of another agency is out of reach, and neither inspector nor administrator cancels one", async () => {
    const elsewhere = await agencyOf("ubnd-mo-duc");
    const theirs = await last(table, elsewhere);
    expect(theirs).not.toBe("");
    await refuses(() => cancel(head, of, theirs, elsewhere), "not-yours");
    await refuses(() => cancel(head, of, theirs), "not-yours");
    for (const name of ["inspector", "admin"]) {
      const viewer = await viewerNamed(name);
      await refuses(() => cancel(viewer, of, theirs, elsewhere), "not-yours");
      expect(await findCancellable(viewer, elsewhere, of, theirs)).toBeNull();
    }
  });
});

describe("what is cancelled stays as it is", () => {
  it("takes no scan, no removal and no new result", async () => {
    await postPolicy(officer, { ...own, place: "Sảnh", postedOn: today, photo: null });
    const id = await last("policy_posting");
    await cancel(officer, "posting", id);
    const scan = new File([new Uint8Array(noticePicture())], "Ảnh.png", { type: "image/png" });
    for (const act of [
      () => addScan(officer, { ...own, of: "posting", id, scan }),
      () => removePosting(officer, { ...own, postingId: id, removedOn: today }),
    ])
      expect(await act()).toMatchObject({ ok: false, problems: [{ code: "not-yours" }] });
    await expect(
      rowsOf("update policy_posting set removed_on = posted_on where id = $1", [id]),
    ).rejects.toMatchObject({
      code: "NN001",
    });
    await expect(rowsOf("update cancellation set reason = 'khác'")).rejects.toMatchObject({ code: "NN001" });
    await expect(rowsOf("delete from cancellation")).rejects.toMatchObject({ code: "NN001" });
  });
});

describe("past the application the database asks again", () => {
  const marking = (viewer: Viewer, id: string, text: string | null = null) =>
    asViewer(viewer, async (tx) => {
      const { id: act } = await tx.cancellation.create({
        data: { agencyId: own.agencyId, reason, cancelledBy: viewer.accountId, cancelledName: viewer.name },
        select: { id: true },
      });
      await tx.$executeRaw`update quality_objective set cancellation_id = ${act}::uuid, text = coalesce(${text}::text, text)
        where id = ${id}::uuid`;
    });

  it("an officer cancels nothing of somebody else's, and a leader changes nothing else", async () => {
    const id = await last("quality_objective", own.agencyId, "recorded_by is null");
    await expect(marking(officer, id)).rejects.toThrow(/NN003/);
    await expect(marking(leader, id, "khác")).rejects.toThrow(/NN001/);
    await expect(marking(await viewerNamed("inspector"), id)).rejects.toThrow(/row-level security|42501/);
    await expect(marking(leader, id)).resolves.toBeUndefined();
  });

  it("an officer records no lapse", async () => {
    const [{ systemId } = { systemId: "" }] = await rowsOf<{ systemId: string }>(
      'select system_id as "systemId" from milestone where agency_id = $1 limit 1',
      [own.agencyId],
    );
    const insert = (viewer: Viewer) =>
      asViewer(viewer, (tx) =>
        tx.milestone.create({
          data: {
            ...{
              agencyId: own.agencyId,
              systemId,
              kind: "lapsed",
              occurredOn: new Date("2017-12-29"),
              editionId: "2008",
            },
            evidence: "nhầm",
          },
          select: { id: true },
        }),
      );
    await expect(insert(officer)).rejects.toThrow(/row-level security|42501/);
  });
});
