import { expect, it } from "vitest";

import { findFieldPack } from "@/lib/fieldwork/pack/queries";
import { ensureExportKey } from "@/lib/fieldwork/sealed-files/keys/commands";
import { findHandKeys } from "@/lib/fieldwork/sealed-files/queries";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { sealedVisit } from "@/tests/support/database/sealed";
import { viewerNamed } from "@/tests/support/database/viewer";
import { createMate, createVisit } from "@/tests/support/database/visit";

it("takes along the open visits of one's own teams within two weeks, with what there is to know of the agency", async () => {
  const [near, far, others] = [
    await createVisit("2018-01-14"),
    await createVisit("2018-01-15"),
    await createVisit("2017-12-31", "leader"),
  ];
  const pack = await findFieldPack(await viewerNamed("inspector"), "vi");
  const taken = new Map(pack?.visits.map((visit) => [visit.id, visit]));
  expect([near, far, others].map((id) => taken.has(id))).toEqual([true, false, false]);
  const asked = await findFieldPack(await viewerNamed("inspector"), "vi", [far, others, "nobody's"]);
  const named = new Set(asked?.visits.map(({ id }) => id));
  expect(
    [near, far, others].map((id) => named.has(id)),
    "asked for, one's own only",
  ).toEqual([true, true, false]);
  expect(taken.get(near)?.facts.map(({ name }) => name)).toContain("head");
  expect(taken.get(near)?.documents.length).toBeGreaterThan(0);
  expect(JSON.stringify(pack).length).toBeGreaterThan(1000);
});

it("brings every member of a visit's team the same key for it, and another for each visit", async () => {
  await ensureExportKey(systemViewer("start-up"));
  const [visit, other, foreign] = [
    await createVisit(),
    await createVisit(),
    await createVisit("2017-12-31", "leader"),
  ];
  const mate = await createMate(visit);
  const keysOf = async (viewer: Viewer) =>
    new Map((await findFieldPack(viewer, "vi"))?.visits.map(({ id, handKey }) => [id, handKey]));
  const [own, theirs] = [await keysOf(await viewerNamed("inspector")), await keysOf(mate)];
  expect(own.get(visit)).toMatch(/^[0-9a-f]{64}$/);
  expect(theirs.get(visit)).toBe(own.get(visit));
  expect(own.get(other)).not.toBe(own.get(visit));
  expect([theirs.has(other), own.has(foreign)]).toEqual([false, false]);
  expect(await findHandKeys(mate, [other])).toEqual({});
});

it("holds many unfinished visits, each no larger than it must be, and none that is finished", async () => {
  const finished = await sealedVisit();
  const created: string[] = [];
  for (let n = 0; n < 60; n += 1) created.push(await createVisit());
  const pack = await findFieldPack(await viewerNamed("inspector"), "vi");
  const taken = pack?.visits.map(({ id }) => id) ?? [];
  expect(taken).toEqual(expect.arrayContaining(created));
  expect(taken).not.toContain(finished);
  expect(JSON.stringify(pack).length / taken.length).toBeLessThan(40_000);
});

it.each(["leader", "officer", "head", "admin"])("is not for the %s", async (name) => {
  expect(await findFieldPack(await viewerNamed(name), "vi")).toBeNull();
});
