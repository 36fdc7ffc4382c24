import { expect, it } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import { listDeadBases } from "@/lib/procedures/bases/queries";
import { basedOn, createLaw, end } from "@/tests/support/fixtures/laws";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

it("names the law on which a text in force still rests from the day on which that law ends", async () => {
  const [document] = await rowsOf<{ id: string; agencyId: string }>(
    `select d.id, d.agency_id as "agencyId" from controlled_document d join agency a on a.id = d.agency_id
     where a.code = 'ubnd-duc-pho' and d.code = 'QT-01'`,
  );
  if (!document) throw new Error("the demonstration has no such document");
  const [ended, standing] = [await createLaw(), await createLaw()];
  for (const law of [ended, standing]) await basedOn(document.id, law);
  await end(ended, "2017-06-01");
  const officer = await viewerNamed("officer");
  const deadOn = async (day: string) =>
    (await listDeadBases(officer, document.agencyId, plainDate(day))).get(document.id)?.map(({ id }) => id) ??
    [];
  expect(await deadOn("31/05/2017")).toEqual([]);
  expect(await deadOn("01/06/2017")).toEqual([ended]);
});
