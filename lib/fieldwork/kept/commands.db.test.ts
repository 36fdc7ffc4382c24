import { expect, it, vi } from "vitest";

import { putAway } from "@/lib/fieldwork/kept/commands";
import { keptMessage } from "@/lib/fieldwork/kept/schema";
import { mostKeepings } from "@/lib/visits/delivery/limits";
import { saveSection } from "@/lib/visits/recording/commands";
import { newId } from "@/scripts/test-database/export";
import { sealedVisit } from "@/scripts/test-database/sealed";
import { inspector, plantMate, plantVisit, written } from "@/scripts/test-database/visit";

vi.setConfig({ testTimeout: 60_000 });

const recordedAt = "2017-12-31T02:00:00Z";
const mark = (id = newId()) => ({ id, recordedAt: new Date(recordedAt) });
const away = (visitId: string, problem = "") =>
  keptMessage.parse({ format: 1, visitId, recordedAt, to: "sheets", message: { note: newId() }, problem });

it("takes what was told of an item however long it was, cut between whole letters", async () => {
  const visit = await plantVisit();
  const told = away(visit, "ề".normalize("NFD").repeat(1500) + "👩‍🔬".repeat(300));
  expect(told.problem).toBe("ề".repeat(1500) + "👩‍🔬".repeat(100));
  expect(await putAway(await inspector(), told, mark())).toMatchObject({ ok: true });
});

it("says whose an item is that another account recorded", async () => {
  const visit = await plantVisit();
  const item = mark();
  const message = away(visit);
  expect(await putAway(await inspector(), message, item)).toMatchObject({ ok: true });
  expect(await putAway(await plantMate(visit), message, item)).toMatchObject({
    problems: [{ code: "not-yours-item" }],
  });
});

it("keeps so many things of one person within a while, put away or come late, and then asks them to wait", async () => {
  const team: string[] = [];
  let mates: Awaited<ReturnType<typeof plantMate>>[] = [];
  const visit = await sealedVisit(async (planted) => {
    mates = [await plantMate(planted), await plantMate(planted)];
    team.push(planted);
  });
  const [busy, other] = mates;
  if (!busy || !other) throw new Error("no team");
  const late = (viewer: typeof busy, note: string, item = mark()) =>
    saveSection(
      viewer,
      { visitId: visit, groupCode: "D", version: 0, answers: { "D.1": { outcome: "partly", note } } },
      item,
    );
  const first = mark();
  expect(await late(busy, "một", first)).toMatchObject({ conflict: { late: true } });
  for (let n = 1; n < mostKeepings; n += 1)
    expect(await putAway(busy, away(visit), mark())).toMatchObject({ ok: true });
  const before = await written(visit);
  const wait = { ok: false, problems: [{ code: "too-often", values: { minutes: 10 } }] };
  expect(await putAway(busy, away(visit), mark())).toMatchObject(wait);
  expect(await late(busy, "hai")).toMatchObject(wait);
  expect(await written(visit)).toBe(before);
  // What is kept already has its receipt all the same.
  expect(await late(busy, "một", first)).toMatchObject({ conflict: { late: true } });
  expect(await putAway(other, away(visit), mark())).toMatchObject({ ok: true });
});
