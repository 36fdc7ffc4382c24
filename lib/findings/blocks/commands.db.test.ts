import { describe, expect, it } from "vitest";

import { acceptBlock, claimBlock, refuseBlock, unblock } from "@/lib/findings/blocks/commands";
import { findFinding, listFindings } from "@/lib/findings/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import {
  agencyCode,
  claimed,
  codeOf,
  inspector,
  officer,
  createFinding,
  reason,
  refusedWith,
  stageOf,
} from "@/tests/support/database/findings";
import { rowsOf } from "@/tests/support/database/viewer";

describe("what a higher level blocks", () => {
  const since = plainDate("06/11/2017");

  it("stops the agency's clock and runs the blocker's; when it ends, the day moves by what was blocked", async () => {
    const id = await createFinding();
    const [agency, team] = [await officer(), await inspector()];
    expect((await findFinding(agency, id))?.overdueDays).toBe(50);
    expect(codeOf(await claimBlock(agency, claimed(id, 0, since)))).toBe("done");
    expect(await stageOf(id)).toBe("claimed");
    expect((await findFinding(agency, id))?.overdueDays).toBe(50);
    expect(codeOf(await acceptBlock(team, { findingId: id, version: 1 }))).toBe("done");
    expect(await findFinding(agency, id)).toMatchObject({
      ...{ stage: "blocked", overdueDays: 0, blockedDays: 55, dueOn: "2018-01-05" },
      blocker: { body: "UBND tỉnh Quảng Ngãi", since },
    });
    const ended = { findingId: id, version: 2, endsOn: plainDate("20/12/2017"), endNote: "QĐ số 15" };
    expect(codeOf(await unblock(agency, ended))).toBe("done");
    expect(await findFinding(agency, id)).toMatchObject({
      ...{ stage: "open", overdueDays: 6, blockedDays: 44, dueOn: "2017-12-25", blocker: null },
    });
    await refusedWith("date-before", id, () => claimBlock(agency, claimed(id, 3, plainDate("19/12/2017"))));
    expect(codeOf(await claimBlock(agency, claimed(id, 3, plainDate("20/12/2017"))))).toBe("done");
  });

  it("counts on when the inspector refuses, who says why", async () => {
    const id = await createFinding();
    await claimBlock(await officer(), claimed(id, 0, since));
    const team = await inspector();
    expect(codeOf(await refuseBlock(team, { findingId: id, version: 1, reason }))).toBe("done");
    expect(await findFinding(team, id)).toMatchObject({ stage: "open", overdueDays: 50, blockedDays: 0 });
  });

  it("is found by its clock in the lists, late or blocked and never both", async () => {
    const [late, waiting] = [await createFinding(), await createFinding()];
    const [agency, team] = [await officer(), await inspector()];
    await claimBlock(agency, claimed(waiting, 0, since));
    await acceptBlock(team, { findingId: waiting, version: 1 });
    const filter = { year: 2017, topic: null, severity: null, agencyCode, openOnly: true, page: 1 };
    const idsOf = async (clock: "late" | "blocked") =>
      (await listFindings(team, { ...filter, clock })).lines.map((line) => line.id);
    const [lateOnes, blockedOnes] = [await idsOf("late"), await idsOf("blocked")];
    expect([lateOnes.includes(late), lateOnes.includes(waiting)]).toEqual([true, false]);
    expect([blockedOnes.includes(late), blockedOnes.includes(waiting)]).toEqual([false, true]);
  });

  it.each([
    ["date-before", plainDate("11/10/2017")],
    ["date-in-future", plainDate("01/01/2018")],
  ])("cannot begin before the finding or ahead of time: %s", async (code, from) => {
    const id = await createFinding();
    const agency = await officer();
    await refusedWith(code, id, () => claimBlock(agency, claimed(id, 0, from)));
  });

  it("overlaps nothing, and ends once", async () => {
    const id = await createFinding();
    const spans = [
      ["2017-10-20", "2017-10-25"],
      ["2017-11-06", "2017-11-06"],
      ["2017-11-06", "2017-12-20"],
      ["2017-12-24", null],
    ] as const;
    const insert = `with c as (insert into finding_claim (finding_id, agency_id, number, blocking_body, reference, explanation, since, stated_on)
        select id, agency_id, $2, 'UBND tỉnh', 'Tờ trình', 'Chờ', $3, $3 from finding where id = $1 returning id, finding_id, agency_id, since)
      insert into finding_stop (claim_id, finding_id, agency_id, starts_on, ends_on, end_note, accepted_on)
        select id, finding_id, agency_id, since, $4::date, case when $4::date is null then null else 'Đã công bố' end, since from c`;
    for (const [index, [from, to]] of spans.entries()) await rowsOf(insert, [id, index + 1, from, to]);
    await expect(rowsOf(insert, [id, 9, "2017-12-19", "2017-12-21"])).rejects.toThrow(/no_overlap/);
    await expect(rowsOf(insert, [id, 9, "2017-12-30", null])).rejects.toThrow(/no_overlap/);
    await expect(
      rowsOf(
        "update finding_stop set ends_on = '2017-10-30' where finding_id = $1 and ends_on = '2017-10-25'",
        [id],
      ),
    ).rejects.toThrow(/has ended/);
  });
});
