import { describe, expect, it } from "vitest";

import { findVisit } from "@/lib/audits/queries";
import { findPlan } from "@/lib/audits/plan/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { minutesOf } from "@/lib/reports/documents/minutes";
import { findMinutes, findNotice, findSummary } from "@/lib/reports/queries";
import { unregistered, visitPapers, yearPapers } from "@/lib/reports/rules";
import { rowsOf, viewerNamed } from "@/scripts/test-database/viewer";

const day = plainDate("31/12/2017");

/** A visit at the officer's own agency. */
async function ownVisit(final: boolean): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    `select v.id from visit v join agency a on a.id = v.agency_id
     where a.code = 'ubnd-duc-pho' and exists (select 1 from visit_result r where r.visit_id = v.id) = $1 limit 1`,
    [final],
  );
  return row?.id ?? "";
}

const otherVisit = async (): Promise<string> => {
  const [row] = await rowsOf<{ id: string }>(
    `select v.id from visit v join agency a on a.id = v.agency_id join visit_result r on r.visit_id = v.id where a.code = 'snv' limit 1`,
  );
  return row?.id ?? "";
};

describe("papers of a visit", () => {
  it.each(["officer", "head"])(
    "are given to the %s of the agency once the visit is final",
    async (account) => {
      const viewer = await viewerNamed(account);
      const [final, draft] = [await ownVisit(true), await ownVisit(false)];
      expect(await findMinutes(viewer, final, unregistered)).not.toBeNull();
      expect(await findNotice(viewer, final, unregistered)).not.toBeNull();
      expect(await findVisit(viewer, draft, "vi")).not.toBeNull();
      expect(await findMinutes(viewer, draft, unregistered)).toBeNull();
      expect(visitPapers(viewer, { id: draft, final: false })).toEqual([]);
    },
  );

  it("are not given to another agency", async () => {
    const viewer = await viewerNamed("officer");
    expect(await findMinutes(viewer, await otherVisit(), unregistered)).toBeNull();
    expect(await findNotice(viewer, await otherVisit(), unregistered)).toBeNull();
  });

  it("are a draft for the team before that, and there is no notice yet", async () => {
    const viewer = await viewerNamed("inspector");
    const id = await ownVisit(false);
    const facts = await findMinutes(viewer, id, unregistered);
    expect(facts && minutesOf(facts).title.kind).toBe("DỰ THẢO BIÊN BẢN");
    expect(await findNotice(viewer, id, unregistered)).toBeNull();
    expect(visitPapers(viewer, { id, final: false }).map(({ kind }) => kind)).toEqual(["draft"]);
  });
});

describe("papers of a year", () => {
  it("are the province's", async () => {
    const viewer = await viewerNamed("officer");
    expect(await findSummary(viewer, 2017, day, unregistered)).toBeNull();
    expect(yearPapers(viewer, 2017, day)).toEqual([]);
    expect(yearPapers(await viewerNamed("leader"), 2018, day).map(({ kind }) => kind)).toEqual(["plan"]);
  });

  it("hold every agency and every finding of the year", async () => {
    const facts = await findSummary(await viewerNamed("leader"), 2017, day, unregistered);
    expect(facts?.figures.agencies).toHaveLength(46);
    const [count] = await rowsOf<{ count: number }>(
      "select count(*)::int from finding f join visit v on v.id = f.visit_id join programme p on p.id = v.programme_id where p.year = 2017",
    );
    expect(facts?.figures.findings).toHaveLength(count?.count ?? -1);
  });

  it("show an agency its own visits, of a programme that has been approved", async () => {
    const viewer = await viewerNamed("officer");
    const plan = await findPlan(viewer, 2017);
    expect(plan?.visits.length).toBeGreaterThan(0);
    expect(new Set(plan?.visits.map(({ agencyName }) => agencyName))).toEqual(
      new Set(["UBND huyện Đức Phổ"]),
    );
    await rowsOf("insert into programme (year, title) values (2030, 'Kế hoạch kiểm tra năm 2030')");
    expect(await findPlan(viewer, 2030)).toBeNull();
    expect((await findPlan(await viewerNamed("leader"), 2030))?.approvedOn).toBeNull();
  });
});
