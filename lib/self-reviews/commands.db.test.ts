import { describe, expect, it } from "vitest";

import { findAdoption } from "@/lib/adoption/progress/queries";
import { declaredSince } from "@/lib/adoption/rules";
import { recordReview } from "@/lib/self-reviews/commands";
import { listReviews } from "@/lib/self-reviews/queries";
import { yearlyDuties } from "@/lib/self-reviews/rules";
import type { ReviewForm } from "@/lib/self-reviews/schema";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { noticePicture } from "@/prisma/seed/picture";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const agencyOf = async (code: string): Promise<string> =>
  (await rowsOf<{ id: string }>("select id from agency where code = $1", [code]))[0]?.id ?? "";

const held = (agencyId: string, more: Partial<ReviewForm> = {}): ReviewForm => ({
  agencyId,
  agencyCode: "ubnd-duc-pho",
  kind: "management_review",
  startedOn: plainDate("28/12/2017"),
  endedOn: plainDate("29/12/2017"),
  participants: "Chủ tịch UBND chủ trì",
  scope: "Toàn cơ quan",
  findings: "Giao Văn phòng rà soát mục tiêu năm 2018 trước 31/01/2018.",
  minutes: null,
  ...more,
});

const written = () =>
  rowsOf(`select (select count(*) from agency_review) as reviews, (select count(*) from attachment) as files,
    (select count(*) from journal_entry) as entries`);

const statesOf = async (viewer: Viewer, agencyId: string) =>
  yearlyDuties(
    await listReviews(viewer, agencyId, today),
    declaredSince(await findAdoption(viewer, agencyId, today)),
    today,
  ).map(({ kind, state }) => [kind, state]);

it("leaves some agencies of the world with a duty to do, and most with none", async () => {
  const leader = await viewerNamed("leader");
  const agencies = await rowsOf<{ id: string }>("select id from agency");
  const states = new Map<string, number>();
  for (const { id } of agencies)
    for (const [kind, state] of await statesOf(leader, id))
      states.set(`${kind} ${state}`, (states.get(`${kind} ${state}`) ?? 0) + 1);
  expect(Object.fromEntries(states)).toEqual({
    "internal_audit done": 33,
    "internal_audit due": 1,
    "internal_audit overdue": 2,
    "management_review done": 31,
    "management_review due": 4,
    "management_review overdue": 1,
  });
});

describe("recording a review", () => {
  it("ends the duty of the year, keeps the minutes, and stands in history", async () => {
    const [officer, agencyId] = [await viewerNamed("officer"), await agencyOf("ubnd-duc-pho")];
    expect(await statesOf(officer, agencyId)).toEqual([
      ["internal_audit", "done"],
      ["management_review", "due"],
    ]);
    const minutes = new File([new Uint8Array(noticePicture())], "Biên bản.png", { type: "image/png" });
    const result = await recordReview(officer, held(agencyId, { minutes }));
    expect(result.ok).toBe(true);
    expect(await statesOf(officer, agencyId)).toEqual([
      ["internal_audit", "done"],
      ["management_review", "done"],
    ]);
    const [newest] = await listReviews(officer, agencyId, today);
    expect(newest).toMatchObject({ kind: "management_review", endedOn: "2017-12-29" });
    expect(newest?.minutesId).not.toBeNull();
    expect(
      await rowsOf("select action, entity from journal_entry where entity_id = $1", [newest?.id]),
    ).toEqual([{ action: "review-recorded", entity: "review" }]);
  });

  it.each([
    ["a day to come", { endedOn: plainDate("01/01/2018") }, "date-in-future"],
    ["an end before the beginning", { startedOn: plainDate("30/12/2017") }, "date-before"],
    ["a file of a kind we do not keep", { minutes: new File(["#!/bin/sh"], "bien-ban.pdf") }, "file-type"],
  ] satisfies [string, Partial<ReviewForm>, string][])("refuses %s", async (_, more, code) => {
    const [officer, agencyId] = [await viewerNamed("officer"), await agencyOf("ubnd-duc-pho")];
    const before = await written();
    expect(await recordReview(officer, held(agencyId, more))).toMatchObject({
      ok: false,
      problems: [{ code }],
    });
    expect(await written()).toEqual(before);
  });

  it.each(["officer", "inspector", "leader", "admin"])(
    "is nobody else's for another agency: %s",
    async (name) => {
      const [viewer, agencyId] = [await viewerNamed(name), await agencyOf("snv")];
      const before = await written();
      expect(await recordReview(viewer, held(agencyId))).toMatchObject({
        ok: false,
        problems: [{ code: "not-yours" }],
      });
      expect(await written()).toEqual(before);
    },
  );

  it("is read by the province and by the agency alone", async () => {
    const agencyId = await agencyOf("snv");
    const counts = await Promise.all(
      ["leader", "inspector", "officer", "admin"].map(
        async (name) => (await listReviews(await viewerNamed(name), agencyId, today)).length,
      ),
    );
    expect(counts.map((count) => count > 0)).toEqual([true, true, false, false]);
  });

  it("leaves what was recorded as it is, whoever asks", async () => {
    await expect(rowsOf("update agency_review set scope = 'khác'")).rejects.toThrow(/append-only/);
    await expect(rowsOf("delete from agency_review")).rejects.toThrow(/append-only/);
  });
});
