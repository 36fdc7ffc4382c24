import { expect, it } from "vitest";

import { findFieldPack } from "@/lib/audits/field/queries";
import { viewerNamed } from "@/scripts/test-database/viewer";
import { plantVisit } from "@/scripts/test-database/visit";

it("takes along the open visits of one's own teams within two weeks, with what there is to know of the agency", async () => {
  const [near, far, others] = [
    await plantVisit("2018-01-14"),
    await plantVisit("2018-01-15"),
    await plantVisit("2017-12-31", "leader"),
  ];
  const pack = await findFieldPack(await viewerNamed("inspector"), "vi");
  const taken = new Map(pack?.visits.map((visit) => [visit.id, visit]));
  expect([near, far, others].map((id) => taken.has(id))).toEqual([true, false, false]);
  expect(taken.get(near)?.facts.map(({ name }) => name)).toContain("head");
  expect(taken.get(near)?.documents.length).toBeGreaterThan(0);
  expect(JSON.stringify(pack).length).toBeGreaterThan(1000);
});

it.each(["leader", "officer", "head", "admin"])("is not for the %s", async (name) => {
  expect(await findFieldPack(await viewerNamed(name), "vi")).toBeNull();
});
