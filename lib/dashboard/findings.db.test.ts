import { expect, it } from "vitest";

import { findDashboard } from "@/lib/dashboard/queries";
import { listFindings } from "@/lib/findings/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { viewerNamed } from "@/tests/support/database/viewer";

const all = { year: null, topic: null, severity: null, agencyCode: null, openOnly: true, page: 1 };

it("counts findings as their lists show them today: open, late, and blocked by whom for how long", async () => {
  const leader = await viewerNamed("leader");
  const totalOf = async (clock: "late" | "blocked" | "answered" | "corrected" | null) =>
    (await listFindings(leader, { ...all, clock })).total;
  const findings = (await findDashboard(leader, plainDate("31/12/2017")))?.findings;
  expect(findings).toEqual({
    open: await totalOf(null),
    late: await totalOf("late"),
    blocked: 1,
    answered: await totalOf("answered"),
    corrected: await totalOf("corrected"),
    blockers: [{ body: "UBND tỉnh Quảng Ngãi", findings: 1, longestDays: 55 }],
  });
  expect(await totalOf("blocked")).toBe(1);
  const stages = (await listFindings(leader, all)).lines.map(({ stage }) => stage);
  expect(findings?.answered).toBe(stages.filter((stage) => stage === "answered").length);
  expect(findings?.answered).toBeGreaterThan(0);
});

it("tells of a day that is past what was so then", async () => {
  const leader = await viewerNamed("leader");
  const before = (await findDashboard(leader, plainDate("05/11/2017")))?.findings;
  expect(before).toMatchObject({ blocked: 0, blockers: [] });
});
