import { describe, expect, it } from "vitest";

import { listVisits } from "@/lib/visits/queries";
import { findVisit } from "@/lib/visits/record/queries";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import { findMinutes, findNotice } from "@/lib/reports/queries";
import { unregistered } from "@/lib/reports/rules";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

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

describe("a finding whose date was moved by what blocked it", () => {
  /** Blocked from 20/10/2017 for ten days at a visit whose finding was due on 11/11/2017. */
  const blocked = async (): Promise<{ visitId: string; id: string }> => {
    const [finding] = await rowsOf<{ visitId: string; id: string }>(
      `with chosen as (
         select f.* from finding f join agency a on a.id = f.agency_id where a.code = 'ubnd-duc-pho'
           and not exists (select 1 from finding_stop s where s.finding_id = f.id)
           and not exists (select 1 from finding_closure c where c.finding_id = f.id)
           and f.due_on = '2017-11-11' and f.raised_on < '2017-10-20' limit 1
       ), claimed as (
         insert into finding_claim (finding_id, agency_id, number, blocking_body, reference, explanation, since, stated_on, stated_by)
         select id, agency_id, 9, 'UBND tỉnh', 'CV 1', 'Chờ danh mục', '2017-10-20', '2017-10-20', (select id from account where name = 'officer')
         from chosen returning id, finding_id, agency_id
       ), stopped as (
         insert into finding_stop (claim_id, finding_id, agency_id, starts_on, ends_on, end_note, accepted_on, accepted_by)
         select id, finding_id, agency_id, '2017-10-20', '2017-10-30', 'Đã có', '2017-10-20', (select id from account where name = 'inspector')
         from claimed
       )
       select visit_id as "visitId", id from chosen`,
    );
    if (!finding) throw new Error("no finding to block");
    return finding;
  };

  it("shows the date in force on its visit, and papers show what was in force on their day", async () => {
    const viewer = await viewerNamed("inspector");
    const { visitId, id } = await blocked();
    type Visit = NonNullable<Awaited<ReturnType<typeof findVisit>>>;
    const due = (visit: Visit | null | undefined) => visit?.findings.find((each) => each.id === id)?.dueOn;
    expect(due(await findVisit(viewer, visitId, "vi"))).toBe("2017-11-21");
    expect(due((await findMinutes(viewer, visitId, unregistered))?.visit)).toBe("2017-11-11");
    const notice = async (date: string | null) =>
      due(
        (await findNotice(viewer, visitId, { number: 1, date: date === null ? null : plainDate(date) }))
          ?.visit,
      );
    expect(await notice(null)).toBe("2017-11-11");
    expect(await notice("25/10/2017")).toBe("2017-11-16");
    expect(await notice("15/11/2017")).toBe("2017-11-21");
  });
});
