import { expect, it } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import { foreseeEdition, listDocuments } from "@/lib/procedures/queries";
import { summaryOf } from "@/lib/procedures/rules";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const day = plainDate("31/12/2017");

it("foresees of another edition what stands once the agency works by it, and nothing of its own", async () => {
  const officer = await viewerNamed("officer");
  const agencyId = officer.agencyId ?? "";
  const now = await listDocuments(officer, agencyId, day, "vi");
  expect(await foreseeEdition(officer, agencyId, day, "2008", "vi")).toBeNull();
  const change = await foreseeEdition(officer, agencyId, day, "2015", "vi");
  expect(change?.before).toEqual(summaryOf(now.items));
  expect(change?.after.total).toBeGreaterThan(change?.before.total ?? 0);
  await rowsOf("update agency_standing set edition_id = '2015' where agency_id = $1", [agencyId]);
  const then = await listDocuments(officer, agencyId, day, "vi");
  expect(change).toMatchObject({ to: then.designation, after: summaryOf(then.items) });
});
