import { randomUUID } from "node:crypto";

import { test } from "@playwright/test";
import pg from "pg";

import { asOwner, urls } from "@/e2e/support/world/site";

/** The visits of the test that runs. */
const begun: { test: string; visits: string[] } = { test: "", visits: [] };

/** Takes the inspector out of the open visits of earlier tests: a device takes along all that its owner has still to record. */
async function leaveEarlierVisits(client: pg.Client): Promise<void> {
  const now = test.info().testId;
  if (begun.test === now) return;
  await client.query(
    `delete from team_member m using account a where a.person_id = m.person_id and a.name = 'inspector' and m.visit_id = any($1)
       and not exists (select 1 from visit_result r where r.visit_id = m.visit_id)`,
    [begun.visits],
  );
  Object.assign(begun, { test: now, visits: [] });
}

/** Puts other words where signed minutes stand, as nobody may: past row security and the guards of the table. */
export async function spoilMinutes(visit: string, content: string): Promise<void> {
  const client = new pg.Client({ connectionString: urls().superUrl() });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query("update visit_minutes set content = $2 where visit_id = $1", [visit, content]);
  } finally {
    await client.end();
  }
}

/** One more visit, for today unless another day is named, so that a journey that makes it final meets no other. Planned as the lead agency plans them. */
export const createVisit = (agencyCode: string, on = "2017-12-31"): Promise<string> =>
  asOwner(async (client) => {
    await leaveEarlierVisits(client);
    const id = randomUUID();
    begun.visits.push(id);
    await client.query(
      `insert into visit (id, agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
       select $1, a.id, p.id, 'on_site', $3, 'qn-2017', '2008', a.code like 'ubnd-%' from agency a, programme p where a.code = $2 and p.year = 2017`,
      [id, agencyCode, on],
    );
    await client.query(
      `insert into team_member (visit_id, person_id, duty) select $1, person_id, 'leader' from account where name = 'inspector'`,
      [id],
    );
    return id;
  });

/** A visit for today that somebody leads and has begun to record: a section saved, and a group taken. */
export const createVisitLedBy = async (accountName: string, agencyCode: string): Promise<string> => {
  const id = await createVisit(agencyCode);
  await asOwner(async (client) => {
    await client.query(
      "update team_member set person_id = (select person_id from account where name = $2) where visit_id = $1",
      [id, accountName],
    );
    await client.query(
      `insert into visit_section (visit_id, agency_id, group_code, version, saved_by, saved_at)
       select v.id, v.agency_id, 'D', 1, c.id, now() from visit v, account c where v.id = $1 and c.name = $2`,
      [id, accountName],
    );
    await client.query(
      `insert into visit_group (visit_id, group_code, person_id, agency_id, taken_at)
       select v.id, 'D', c.person_id, v.agency_id, now() from visit v, account c where v.id = $1 and c.name = $2`,
      [id, accountName],
    );
  });
  return id;
};

/** Puts somebody into the team of a visit, beside whoever leads it. */
export const joinTeam = (visit: string, accountName: string): Promise<unknown> =>
  asOwner((client) =>
    client.query(
      "insert into team_member (visit_id, person_id, duty) select $1, person_id, 'member' from account where name = $2",
      [visit, accountName],
    ),
  );

/** One more finding of the agency's last visit, at a question where it had none, that nobody has answered: late by fifty days. */
export const createFinding = (agencyCode: string): Promise<string> =>
  asOwner(async (client) => {
    const finding = randomUUID();
    // Journeys create side by side: one at a time picks a question.
    await client.query("select pg_advisory_lock(20171012)");
    await client.query(
      `insert into finding (id, agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on, due_on)
       select $1, v.agency_id, v.id, q.code, 'minor', 'policy_posting', 'Bảng tin tầng 1 niêm yết bản ký năm 2012', '2008', '5.3', 'Trụ sở chính',
         '2017-10-12', '2017-11-11'
       from visit v join agency a on a.id = v.agency_id join checklist_question q on q.checklist_id = v.checklist_id
       where a.code = $2 and v.planned_on = '2017-10-12'
         and not exists (select 1 from finding f where f.visit_id = v.id and f.question_code = q.code)
       order by q.position desc limit 1`,
      [finding, agencyCode],
    );
    return finding;
  });

/** Answers every question of a visit and looks at every earlier finding again: all is well, but for the shortcomings named by question. */
export const createAnswers = (
  visit: string,
  shortcomings: Readonly<Record<string, string>> = {},
): Promise<unknown> =>
  asOwner(async (client) => {
    await client.query(
      `insert into finding_recheck (visit_id, finding_id, agency_id, outcome, version, saved_by, saved_at)
       select v.id, f.id, v.agency_id, 'corrected', 1, a.id, now() from visit v join finding f on f.agency_id = v.agency_id and f.visit_id <> v.id
         and f.raised_on < v.planned_on, account a
       where v.id = $1 and a.name = 'inspector' and not exists (select 1 from finding_closure c where c.finding_id = f.id)`,
      [visit],
    );
    await client.query(
      `insert into answer (visit_id, agency_id, checklist_id, question_code, outcome, note)
       select v.id, v.agency_id, v.checklist_id, q.code,
         (case when $2::jsonb ? q.code then 'not_conforming' else 'conforming' end)::outcome, coalesce($2::jsonb ->> q.code, '')
       from visit v
         join checklist_question q on q.checklist_id = v.checklist_id and v.edition_id = any(q.editions) and (v.subordinates or not q.subordinates)
       where v.id = $1`,
      [visit, JSON.stringify(shortcomings)],
    );
  });
/** Every question of a visit answered: conforming, as its team would have recorded it. */
export const answerAll = (visit: string): Promise<unknown> =>
  asOwner((client) =>
    client.query(
      `insert into answer (visit_id, agency_id, checklist_id, question_code, outcome)
       select v.id, v.agency_id, v.checklist_id, q.code, 'conforming' from visit v join checklist_question q on q.checklist_id = v.checklist_id
       where v.id = $1 and v.edition_id = any(q.editions) and (v.subordinates or not q.subordinates)`,
      [visit],
    ),
  );
