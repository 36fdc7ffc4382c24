import { expect, it } from "vitest";

import { breakLines } from "@/scripts/history/breaks";

it("says rows of one record that are wrong in one way in one line, and names every record, table and way", () => {
  const team = Array.from({ length: 90 }, (_, at) => ({
    ...{ entity: "programme", entityId: "p1", name: `team_member ${at}`, reason: "not recorded" },
  }));
  const others = [
    { entity: "programme", entityId: "p1", name: "programme p1", reason: "altered" },
    { entity: "programme", entityId: "p2", name: "team_member 7", reason: "not recorded" },
    { entity: "visit", entityId: "v1", name: "visit_section v1 D", reason: "missing" },
    { entity: "visit", entityId: "v1", name: "visit_section v1 E", reason: "missing" },
    { entity: "registry", entityId: "holiday", name: "holiday 2017-03-03", reason: "not recorded" },
  ];
  expect(breakLines([...team, ...others])).toEqual([
    "broken: team_member of programme p1 (not recorded), 90 rows: 0, 1, 2 and 87 more",
    "broken: programme p1 of programme p1 (altered)",
    "broken: team_member 7 of programme p2 (not recorded)",
    "broken: visit_section of visit v1 (missing), 2 rows: v1 D, v1 E",
    "broken: holiday 2017-03-03 of registry holiday (not recorded)",
  ]);
});
