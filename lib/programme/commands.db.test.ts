import { beforeEach, describe, expect, it } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import { addAgency, replanVisit } from "@/lib/programme/change/commands";
import { approveProgramme, proposeProgramme } from "@/lib/programme/commands";
import { listYear } from "@/lib/programme/queries";
import { listVisits } from "@/lib/visits/queries";
import { findVisit } from "@/lib/visits/record/queries";
import {
  approved,
  expectRefused,
  first,
  form,
  found,
  inYear,
  leader,
  none,
  personOf,
  proposeNext,
  staff,
  year,
} from "@/tests/support/database/programmes";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

beforeEach(proposeNext);

describe("proposing", () => {
  it("gives the same list again, and freezes it with its reasons", async () => {
    const one = await found();
    await proposeNext();
    const other = await found();
    expect(other.candidates).toEqual(one.candidates);
    expect(one.candidates).toHaveLength(46);
    expect(one.visits.map(({ agencyId }) => agencyId)).toEqual(other.visits.map(({ agencyId }) => agencyId));
    expect(one.visits.map(({ mode }) => mode)).toEqual(["on_site", "on_site", "on_site", "desk"]);
    expect(one.candidates[0]?.reasons.length).toBeGreaterThan(0);
  });

  it("is refused twice, and for a year that is over", async () => {
    const again = { year, onSite: 1, desk: 0, from: inYear("01/06"), to: inYear("31/08") };
    await expectRefused(async () => proposeProgramme(await leader(), again), "programme-exists");
    const past = {
      year: 2015,
      onSite: 1,
      desk: 0,
      from: plainDate("01/06/2015"),
      to: plainDate("31/08/2015"),
    };
    await expectRefused(async () => proposeProgramme(await leader(), past), "year-over");
  });
});

describe("approving", () => {
  const decision = { decisionNumber: "12/QĐ-UBND", decidedOn: plainDate("31/12/2017") };

  it("refuses teams without leader, a plan changed since, and who is not the leader", async () => {
    const { version } = await found();
    const now = { year, version, ...decision };
    await expectRefused(async () => approveProgramme(await leader(), now), "visits-without-leader");
    await staff();
    await expectRefused(async () => approveProgramme(await leader(), now), "read-changed");
    const seen = { ...now, version: (await found()).version };
    await expectRefused(async () => approveProgramme(await viewerNamed("inspector"), seen), "not-yours");
  });

  it("shows the visits to each agency, and only then", async () => {
    const out = await first();
    const officer = await viewerNamed("officer");
    const [own] = await rowsOf<{ id: string }>("select id from agency where code = 'ubnd-duc-pho'");
    const inspector = await personOf("inspector");
    const added = {
      ...form(out),
      plannedOn: inYear("02/09"),
      keepDay: true,
      agencyId: own?.id ?? "",
      reason: "Theo dõi khắc phục",
      team: { ...none, leader: inspector },
    };
    await addAgency(await leader(), added);
    const visit = (await found()).visits.find(({ agencyId }) => agencyId === own?.id);
    const seen = async () => [
      (await listYear(officer, year)).length,
      (await listVisits(officer, { year, agencyCode: null, team: false }, "vi")).length,
      (await findVisit(officer, visit?.id ?? "", "vi")) === null ? 0 : 1,
    ];
    expect(await seen()).toEqual([0, 0, 0]);
    await approved();
    expect(await seen()).toEqual([1, 1, 1]);
  });

  it("is a row with number, day and name, once", async () => {
    const { approval, version } = await approved();
    expect(approval).toMatchObject({ decisionNumber: "12/QĐ-UBND", decidedOn: "2017-12-31" });
    expect(approval?.approvedBy).toBe((await leader()).name);
    await expectRefused(
      async () => approveProgramme(await leader(), { year, version, ...decision }),
      "plan-approved",
    );
  });

  it("turns every later change into an amendment with its reason, told to the agency too", async () => {
    await approved();
    const visit = await first();
    const amended = form(visit, { mode: "desk" });
    await expectRefused(async () => replanVisit(await leader(), amended), "required");
    await replanVisit(await leader(), { ...amended, reason: "Trụ sở đang sửa chữa" });
    const entries = await rowsOf<{ action: string; content: string }>(
      "select action, content from journal_entry order by id desc limit 2",
    );
    expect(entries.map(({ action }) => action)).toEqual(["programme-amended", "visit-replanned"]);
    for (const { content } of entries) expect(content).toContain("Trụ sở đang sửa chữa");
  });
});
