import { expect, it } from "vitest";

import { listVisits } from "@/lib/audits/queries";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import { viewerNamed } from "@/scripts/test-database/viewer";

const visitsOf = async (account: string, agencyCode: string, asOf?: PlainDate) =>
  listVisits(
    await viewerNamed(account),
    { year: null, agencyCode, team: false, ...(asOf && { asOf }) },
    "vi",
  );
const states = (visits: Awaited<ReturnType<typeof visitsOf>>) =>
  visits.map(({ plannedOn, state, findings }) => [plannedOn, state, findings]);

it("shows an agency's visits as they were known on a day", async () => {
  const found = await visitsOf("leader", "ubnd-duc-pho", plainDate("11/10/2017"));
  expect(states(found)).toEqual([
    ["2016-09-21", "final", 2],
    ["2017-10-12", "planned", 0],
    ["2017-12-31", "planned", 0],
  ]);
  expect(found[1]).toMatchObject({ scoreHundredths: null, gradeTitle: null });
  expect(await visitsOf("leader", "ubnd-duc-pho", plainDate("01/01/2016"))).toEqual([]);
});

it("tells an officer nothing of another agency's visits", async () => {
  expect((await visitsOf("officer", "ubnd-duc-pho")).length).toBe(3);
  expect(await visitsOf("officer", "stnmt")).toEqual([]);
});
