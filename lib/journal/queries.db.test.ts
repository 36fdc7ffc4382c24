import { expect, it } from "vitest";

import { historyFilter, recordPage } from "@/lib/journal/labels";
import { listHistory, listRecentHistory } from "@/lib/journal/queries";
import type { Entity } from "@/lib/journal/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { saveMailSetting } from "@/lib/reminders/settings/commands";
import { viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");

const found = async (query: Record<string, string>) =>
  listRecentHistory(await viewerNamed("admin"), historyFilter(query), today, 100);

it.each(["Lý Sơn", "ly son", "UBND huyện Lý Sơn", "ubnd-ly-son"])(
  "finds what happened in the agency that is called %s",
  async (agency) => {
    const agencies = (await found({ agency })).map((line) => line.agencyName);
    expect(agencies.length).toBeGreaterThan(0);
    expect(new Set(agencies)).toEqual(new Set(["UBND huyện Lý Sơn"]));
  },
);

it.each(["Trần Văn Vinh", "tran van vinh", "VĂN VINH", "officer"])(
  "finds what was done by %s",
  async (actor) => {
    await saveMailSetting(await viewerNamed("officer"), {
      address: `vinh.${actor.length}@tinh.example`,
      language: "vi",
      reminders: "on",
    });
    const actors = (await found({ actor })).map((line) => line.actorName);
    expect(actors.length).toBeGreaterThan(0);
    expect(new Set(actors)).toEqual(new Set(["Trần Văn Vinh"]));
  },
);

it("finds nothing where nothing fits, and takes the signs of a pattern for nothing", async () => {
  expect(await found({ agency: "Bình Nguyên" })).toEqual([]);
  expect(await found({ actor: "nobody at all" })).toEqual([]);
  expect((await found({ agency: "% _" })).length).toBe((await found({})).length);
});

it("says which day it could not read, and filters by the others", () => {
  expect(historyFilter({ from: "31/02/2017", to: "31/12/2017" })).toMatchObject({
    from: null,
    to: today,
    unread: ["31/02/2017"],
  });
});

it("turns the pages of one record, and gives one entry by its number", async () => {
  const viewer = await viewerNamed("admin");
  const [latest] = await found({ agency: "Lý Sơn" });
  const { entity = "agency", entityId = "" } = latest ?? {};
  const of = (query: Record<string, string>) =>
    listHistory(viewer, entity as Entity, entityId, today, recordPage(query));
  const all = await of({});
  expect(all.length).toBeGreaterThan(0);
  for (const [index, { number }] of all.entries()) {
    expect(await of({ number })).toEqual([all[index]]);
    expect(await of({ before: number })).toEqual(all.slice(index + 1));
  }
  expect(recordPage({ before: "1; drop", number: "-1" })).toEqual({ before: null, number: null });
});
