import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findDashboard } from "@/lib/dashboard/queries";
import type { Span } from "@/lib/findings/blocks/types";
import { clockOf } from "@/lib/findings/clock/rules";
import type { Look } from "@/lib/findings/clock/types";
import { closeFinding } from "@/lib/findings/commands";
import { listWaiting } from "@/lib/findings/followed/queries";
import { findFinding, listFindings } from "@/lib/findings/queries";
import { recheckOutcomes, type RecheckOutcome } from "@/lib/findings/rechecks/types";
import { summariseFindings } from "@/lib/findings/summary/queries";
import type { Viewer } from "@/lib/identity/types";
import { addDays, plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import { findDuties } from "@/lib/reminders/queries";
import { waitingTasks } from "@/lib/reminders/waiting/rules";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const raisedOn = plainDate("12/10/2017");
const agencyCode = "ubnd-duc-pho";

/** A visit of Đức Phổ; with the day on which its minutes were signed, where they were. */
async function createVisit(on: PlainDate): Promise<string> {
  const [visit] = await rowsOf<{ id: string }>(
    `insert into visit (agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
     select a.id, p.id, 'on_site', $1, 'qn-2017', '2008', false from agency a, programme p where a.code = $2 and p.year = 2017 returning id`,
    [on, agencyCode],
  );
  return visit?.id ?? "";
}

const makeFinal = (visitId: string, on: PlainDate): Promise<unknown> =>
  rowsOf(
    `insert into visit_result (visit_id, agency_id, finalised_on, finalised_by, score_hundredths, grade_code, capped_by, maintains, failing,
       group_scores, basis, receipt_no)
     select v.id, v.agency_id, $2, a.id, 10000, 'good', '{}', true, '{}', '[]', '{}', 1 from visit v, account a where v.id = $1 and a.name = 'inspector'`,
    [visitId, on],
  );

async function createFinding(visitId: string, dueOn: PlainDate | null, code = "D.2"): Promise<string> {
  const [finding] = await rowsOf<{ id: string }>(
    `insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on, due_on)
     select v.agency_id, v.id, $4, 'minor', 'policy_posting', 'Niêm yết bản ký năm 2012', '2008', '5.3', 'Trụ sở', $2, $3 from visit v where v.id = $1
     returning id`,
    [visitId, raisedOn, dueOn, code],
  );
  return finding?.id ?? "";
}

const see = (visitId: string, findingId: string, outcome: RecheckOutcome): Promise<unknown> =>
  rowsOf(
    `insert into finding_recheck (visit_id, finding_id, agency_id, outcome, note, version, saved_by, saved_at)
     select v.id, $2, v.agency_id, $3::recheck_outcome, 'Đã thay bản niêm yết', 1, a.id, now() from visit v, account a
     where v.id = $1 and a.name = 'inspector'`,
    [visitId, findingId, outcome],
  );

const block = (findingId: string, number: number, { startsOn, endsOn }: Span): Promise<unknown> =>
  rowsOf(
    `with c as (insert into finding_claim (finding_id, agency_id, number, blocking_body, reference, explanation, since, stated_on)
        select id, agency_id, $2, 'UBND tỉnh', 'Tờ trình', 'Chờ', $3, $3 from finding where id = $1 returning id, finding_id, agency_id, since)
      insert into finding_stop (claim_id, finding_id, agency_id, starts_on, ends_on, end_note, accepted_on)
        select id, finding_id, agency_id, since, $4::date, case when $4::date is null then null else 'Đã công bố' end, since from c`,
    [findingId, number, startsOn, endsOn],
  );

const close = (findingId: string, on: PlainDate): Promise<unknown> =>
  rowsOf(
    "insert into finding_closure (finding_id, agency_id, closed_on, note) select id, agency_id, $2, 'Đã xem' from finding where id = $1",
    [findingId, on],
  );

type Known = {
  id: string;
  agency: string;
  dueOn: PlainDate | null;
  raisedOn: PlainDate;
  closedOn: PlainDate | null;
  stops: Span[];
  looks: Look[];
};

/** Everything that clocks are computed from, as it stands in the tables. */
const everything = (): Promise<Known[]> =>
  rowsOf<Known>(`select f.id, a.code as agency, f.due_on::text as "dueOn", f.raised_on::text as "raisedOn", c.closed_on::text as "closedOn",
      coalesce((select json_agg(json_build_object('startsOn', s.starts_on, 'endsOn', s.ends_on)) from finding_stop s where s.finding_id = f.id), '[]') as stops,
      coalesce((select json_agg(json_build_object('outcome', k.outcome, 'on', r.finalised_on) order by r.finalised_on, r.finalised_at, r.visit_id)
        from finding_recheck k join visit_result r on r.visit_id = k.visit_id where k.finding_id = f.id), '[]') as looks
    from finding f join agency a on a.id = f.agency_id left join finding_closure c on c.finding_id = f.id`);

/** How many are open, late, blocked, seen corrected on a day, by the pure rule. */
function countBy(known: readonly Known[], on: PlainDate) {
  const open = known
    .filter((each) => each.raisedOn <= on && (each.closedOn === null || each.closedOn > on))
    .map((each) => clockOf(each, each.stops, each.looks, on));
  return {
    open: open.length,
    late: open.filter(({ runs, dueOn }) => runs === "agency" && dueOn !== null && dueOn < on).length,
    blocked: open.filter(({ runs }) => runs === "blocker").length,
    corrected: open.filter(({ runs }) => runs === "inspectors").length,
  };
}

const later = fc.nat({ max: 80 }).map((days) => addDays(raisedOn, days));
const world = fc.record({
  dueOn: fc.option(later),
  looks: fc.array(
    fc.record({ on: later, final: fc.boolean(), outcome: fc.constantFrom(...recheckOutcomes) }),
    { maxLength: 3 },
  ),
  stop: fc.option(fc.tuple(later, fc.option(fc.nat({ max: 30 })))),
  closedOn: fc.option(later),
});

describe("the clock in the database", () => {
  it("says of any finding and in every count what the rule says, whatever blocked it and whoever saw it", async () => {
    const leader = await viewerNamed("leader");
    for (const { dueOn, looks, stop, closedOn } of fc.sample(world, 12)) {
      const finding = await createFinding(await createVisit(raisedOn), dueOn);
      for (const { on, final, outcome } of looks) {
        const visit = await createVisit(on);
        await see(visit, finding, outcome);
        if (final) await makeFinal(visit, on);
      }
      if (stop)
        await block(finding, 1, {
          startsOn: stop[0],
          endsOn: stop[1] === null ? null : addDays(stop[0], stop[1]),
        });
      if (closedOn) await close(finding, closedOn);
    }
    const known = await everything();
    for (const days of [0, 15, 30, 45, 60, 80]) {
      const on = addDays(raisedOn, days);
      const clocks = await rowsOf<{
        id: string;
        still: number;
        blocked: number;
        by: string | null;
        on: PlainDate | null;
      }>(
        `select f.id, coalesce(b.still_days, 0) as still, coalesce(b.blocked_days, 0) as blocked, b.blocked_by as by, b.corrected_on::text as on
         from finding f left join finding_clock($1) b on b.finding_id = f.id`,
        [on],
      );
      for (const { id, ...counted } of clocks) {
        const finding = known.find((each) => each.id === id);
        if (!finding) throw new Error(id);
        const clock = clockOf(finding, finding.stops, finding.looks, on);
        const rule = { still: clock.stillDays, blocked: clock.blockedDays, on: clock.correctedOn };
        expect(
          { still: counted.still, blocked: counted.blocked, on: counted.on },
          JSON.stringify({ finding, day: on }),
        ).toEqual(rule);
        if (clock.runs !== "nobody") expect(counted.by !== null).toBe(clock.runs === "blocker");
      }
      expect((await findDashboard(leader, on))?.findings, on).toMatchObject(countBy(known, on));
      const own = known.filter(({ agency }) => agency === agencyCode);
      const { open, late, corrected } = countBy(own, on);
      const summary = await summariseFindings(leader, await agencyId(), on);
      expect(
        { open: summary.total - summary.closed, late: summary.overdue, corrected: summary.corrected },
        on,
      ).toEqual({ open, late, corrected });
    }
    const listed = async (clock: "late" | "blocked" | "corrected") =>
      (
        await listFindings(leader, {
          year: null,
          topic: null,
          severity: null,
          agencyCode: null,
          openOnly: true,
          page: 1,
          clock,
        })
      ).total;
    const { late, blocked, corrected } = countBy(known, today);
    expect([await listed("late"), await listed("blocked"), await listed("corrected")]).toEqual([
      late,
      blocked,
      corrected,
    ]);
  });
});

const agencyId = async (): Promise<string> =>
  (await rowsOf<{ id: string }>("select id from agency where code = $1", [agencyCode]))[0]?.id ?? "";

/** A finding of another team, fifty days late, that a visit of the inspector's team sees corrected. */
async function createSeen(): Promise<{ findingId: string; visitId: string }> {
  const findingId = await createFinding(await createVisit(raisedOn), plainDate("11/11/2017"));
  const visitId = await createVisit(plainDate("21/11/2017"));
  await rowsOf(
    "insert into team_member (visit_id, person_id, duty) select $1, person_id, 'leader' from account where name = 'inspector'",
    [visitId],
  );
  await see(visitId, findingId, "corrected");
  return { findingId, visitId };
}

const closing = (findingId: string, closedOn = today) => ({
  ...{ findingId, version: 0, closedOn },
  note: "Cuộc kiểm tra ngày 21/11/2017 đã thấy khắc phục",
  evidence: null,
});
/** Does the desk of the agency, and with it its mail, ask for a correction? */
const demanded = async (id: string): Promise<boolean> => {
  const agency = { id: await agencyId(), code: agencyCode };
  const { tasks } = await findDuties(await viewerNamed("officer"), agency, "officer", today, "vi");
  return tasks.some((task) => task.kind === "finding" && task.id === id);
};
const waitsFor = async (viewer: Viewer, id: string) =>
  waitingTasks(await listWaiting(viewer)).filter((task) => "id" in task && task.id === id);

describe("a finding that a later visit saw corrected", () => {
  it("counts only once the minutes are final, then waits for the team that saw it and may be closed on that", async () => {
    const { findingId, visitId } = await createSeen();
    const team = await viewerNamed("inspector");
    expect(await findFinding(team, findingId)).toMatchObject({
      stage: "open",
      overdueDays: 50,
      correctedOn: null,
    });
    expect((await closeFinding(team, closing(findingId))).ok).toBe(false);
    await makeFinal(visitId, plainDate("21/11/2017"));
    for (const viewer of [team, await viewerNamed("officer"), await viewerNamed("leader")])
      expect(await findFinding(viewer, findingId)).toMatchObject({
        stage: "corrected",
        overdueDays: 10,
        correctedOn: "2017-11-21",
      });
    expect(await waitsFor(team, findingId)).toMatchObject([{ kind: "confirm", correctedOn: "2017-11-21" }]);
    expect(await demanded(findingId)).toBe(false);
    expect(await closeFinding(team, closing(findingId, plainDate("20/11/2017")))).toMatchObject({
      problems: [{ code: "date-before" }],
    });
    expect((await closeFinding(team, closing(findingId))).ok).toBe(true);
    expect(await findFinding(team, findingId)).toMatchObject({
      stage: "closed",
      overdueDays: 10,
      closureVisitId: visitId,
    });
    expect(await waitsFor(team, findingId)).toEqual([]);
  });

  it("is the agency's again, from where its clock stood, when newer minutes see that it is not", async () => {
    const { findingId, visitId } = await createSeen();
    const team = await viewerNamed("inspector");
    await makeFinal(visitId, plainDate("21/11/2017"));
    const newer = await createVisit(plainDate("21/12/2017"));
    await see(newer, findingId, "not_corrected");
    expect(await demanded(findingId)).toBe(false);
    await makeFinal(newer, plainDate("21/12/2017"));
    expect(await demanded(findingId)).toBe(true);
    expect(await findFinding(team, findingId)).toMatchObject({
      stage: "open",
      overdueDays: 20,
      dueOn: "2017-12-11",
      correctedOn: null,
    });
    expect(await closeFinding(team, closing(findingId))).toMatchObject({
      problems: [{ code: "finding-turn" }],
    });
    expect(await waitsFor(team, findingId)).toEqual([]);
  });

  it("is verified by nobody who serves in the agency", async () => {
    const { findingId, visitId } = await createSeen();
    await makeFinal(visitId, plainDate("21/11/2017"));
    await rowsOf(
      `insert into appointment (person_id, agency_id, post, title, valid_from) select c.person_id, a.id, 'deputy_head', 'Phó', '2017-12-01'
       from account c, agency a where c.name = 'inspector' and a.code = $1`,
      [agencyCode],
    );
    expect(await closeFinding(await viewerNamed("inspector"), closing(findingId))).toMatchObject({
      problems: [{ code: "own-agency" }],
    });
  });
});
