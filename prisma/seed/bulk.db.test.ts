import { describe, expect, it } from "vitest";

import { loadFacts, loadFramework } from "@/lib/adoption/standing/queries";
import { snapshotOn } from "@/lib/adoption/standing/rules";
import { findHeadline } from "@/lib/dashboard/queries";
import { asViewer } from "@/lib/identity/database";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate } from "@/lib/kernel/plain-date";
import { multiplyWorld } from "@/prisma/seed/bulk";
import { testDatabase } from "@/tests/support/database/database";

const viewer = systemViewer("test");
const on = plainDate("31/12/2017");

describe("a province made three times as large", () => {
  it("has three times everything, and a standing that follows from its facts", async () => {
    await multiplyWorld(testDatabase().ownerUrl, 3);
    await asViewer(viewer, async (tx) => {
      expect(await findHeadline(tx, on)).toMatchObject({
        total: 138,
        declared: 108,
        in_progress: 21,
        not_started: 9,
        overdue: 30,
      });
      const [counts] = await tx.$queryRaw<object[]>`
        select (select count(*)::int % 3 from answer) as answers, (select count(*)::int % 3 from milestone) as milestones,
          (select count(distinct agency_id)::int from visit_result) as visited`;
      expect(counts).toEqual({ answers: 0, milestones: 0, visited: 33 });
      const stored = await tx.$queryRaw<{ id: string; stage: string; since: string | null }[]>`
        select agency_id::text as id, stage::text as stage, stage_since::text as since from agency_standing
        where valid_from <= ${on}::date and valid_to > ${on}::date`;
      const framework = await loadFramework(tx);
      const facts = await loadFacts(
        tx,
        stored.map(({ id }) => id),
      );
      for (const { id, stage, since } of stored) {
        const ofAgency = facts.get(id);
        const snapshot = ofAgency && snapshotOn(ofAgency, framework, on);
        expect([snapshot?.stage, snapshot?.stageSince]).toEqual([stage, since]);
      }
    });
  });
});
