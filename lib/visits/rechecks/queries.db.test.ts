import { expect, it } from "vitest";

import { recheckFinding } from "@/lib/visits/rechecks/commands";
import { listRechecked } from "@/lib/visits/rechecks/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { inspector, loadedVisit, createVisit } from "@/tests/support/database/visit";

/** A higher level blocks a finding, for ten days from the day given. */
const block = (id: string, from: string): Promise<unknown> =>
  rowsOf(
    `with claimed as (
       insert into finding_claim (finding_id, agency_id, number, blocking_body, reference, explanation, since, stated_on, stated_by)
       select f.id, f.agency_id, 90, 'UBND tỉnh', 'CV 1', 'Chờ danh mục', $2::date, $2::date, a.id
       from finding f, account a where f.id = $1 and a.name = 'officer' returning id, finding_id, agency_id, since)
     insert into finding_stop (claim_id, finding_id, agency_id, starts_on, ends_on, end_note, accepted_on, accepted_by)
     select c.id, c.finding_id, c.agency_id, c.since, c.since + 10, 'Đã có', c.since, a.id from claimed c, account a where a.name = 'inspector'`,
    [id, from],
  );

it("tells of each earlier finding what a visit saw, where it is from, and its day moved by what blocked it", async () => {
  const visitId = await createVisit("2017-12-31");
  const [open] = await rowsOf<{ id: string; code: string; visitOn: string }>(
    `insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on, due_on)
     select v.agency_id, v.id, 'D.3', 'minor', 'quality_objectives', 'Thiếu mục tiêu', e.edition_id, e.clause, 'Trụ sở', '2017-11-20', '2017-12-20'
     from visit v join agency a on a.id = v.agency_id and a.code = 'snv' join visit_result r on r.visit_id = v.id,
       lateral (select edition_id, clause from requirement where edition_id = v.edition_id limit 1) e
     order by v.planned_on limit 1
     returning id, question_code as code, (select least(v.planned_on, r.finalised_on)::text
       from visit v join visit_result r on r.visit_id = v.id where v.id = finding.visit_id) as "visitOn"`,
  );
  if (!open) throw new Error("no visit to find it on");
  await block(open.id, "2017-12-01");
  const input = { visitId, findingId: open.id, version: 0, outcome: "partly_corrected" as const };
  expect((await recheckFinding(await inspector(), { ...input, note: "Còn tầng 2" })).ok).toBe(true);

  const on = plainDate("31/12/2017");
  expect(await listRechecked(await inspector(), visitId, on)).toMatchObject([
    {
      ...{ questionCode: open.code, outcome: "partly_corrected", note: "Còn tầng 2", visitOn: open.visitOn },
      ...{
        clock: { dueOn: "2017-12-30", overdueDays: 1, blockedDays: 10 },
        blockedSince: null,
        closedOn: null,
      },
    },
  ]);
  const [then] = await listRechecked(await inspector(), visitId, plainDate("05/12/2017"));
  expect(then?.blockedSince).toBe("2017-12-01");
  expect((await loadedVisit(visitId)).openBefore.find(({ id }) => id === open.id)?.dueOn).toBe("2017-12-30");
  expect(await listRechecked(await viewerNamed("officer"), visitId, on)).toEqual([]);
});
