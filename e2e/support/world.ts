import { randomUUID } from "node:crypto";
import { join } from "node:path";

import { test } from "@playwright/test";
import pg from "pg";

import type { Role } from "@/lib/identity/types";
import { readAccess, urlsOf } from "@/scripts/postgres/access.mjs";
import { adoptDatabase } from "@/tests/support/database/database";

function urls(): ReturnType<typeof urlsOf> {
  const access = readAccess(join(process.env.E2E_DATA_DIR ?? ".data/e2e", "database"));
  if (!access) throw new Error("the site under test has no database");
  return urlsOf(access);
}

/** Makes the database behind the site under test the one that the proofs plant in. */
export function adoptSite(): void {
  const { appUrl, ownerUrl, readerUrl, superUrl } = urls();
  adoptDatabase({
    ...{
      name: "nenep",
      appUrl: appUrl(),
      ownerUrl: ownerUrl(),
      readerUrl: readerUrl(),
      superUrl: superUrl(),
    },
    drop: () => Promise.reject(new Error("the site under test keeps its database")),
  });
}

/** The database behind the site under test, as its owner. */
async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urls().ownerUrl() });
  await client.connect();
  try {
    await client.query("select set_config('app.role', 'system', false)");
    return await work(client);
  } finally {
    await client.end();
  }
}

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
export const plantVisit = (agencyCode: string, on = "2017-12-31"): Promise<string> =>
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
export const plantVisitLedBy = async (accountName: string, agencyCode: string): Promise<string> => {
  const id = await plantVisit(agencyCode);
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

/** An officer or head of an agency who exists for one test alone, with the demonstration password. */
export const plantOfficer = (
  name: string,
  agencyCode: string,
  role: "officer" | "head" = "officer",
  fullName = "Nguyễn Thử Nghiệm",
): Promise<unknown> =>
  asOwner(async (client) => {
    const person = randomUUID();
    await client.query("insert into person (id, full_name) values ($1, $2)", [person, fullName]);
    await client.query(
      `insert into account (person_id, name, password_hash, role, agency_id, demonstration)
       select $1, $2, o.password_hash, $4::role, a.id, true from account o, agency a where o.name = 'officer' and a.code = $3`,
      [person, name, agencyCode, role],
    );
  });

/** The head of an agency, for one test alone: whoever held the post before, this account's person holds it now. */
export async function plantHead(name: string, agencyCode: string): Promise<void> {
  await plantOfficer(name, agencyCode, "head");
  // Whoever headed it until then keeps what they signed.
  await asOwner(async (client) => {
    const { rows } = await client.query<{ id: string; from: string; since: string }>(
      `with own as (select p.* from appointment p join agency a on a.id = p.agency_id
         where a.code = $1 and p.post = 'head' and p.valid_to is null)
       select o.id, o.valid_from::text as from, coalesce((select least(date '2017-12-31', 1 + max(s.day)) from (
           select approved_on as day from document_revision where approved_by = o.person_id and agency_id = o.agency_id
           union all select signed_on from quality_policy where signed_by = o.person_id and agency_id = o.agency_id) s
         having max(s.day) >= o.valid_from), o.valid_from)::text as since
       from own o`,
      [agencyCode],
    );
    for (const { id, from, since } of rows) {
      await client.query("update appointment set valid_from = $2 where id = $1", [id, since]);
      if (from < since)
        await client.query(
          `insert into appointment (person_id, agency_id, post, title, valid_from, valid_to)
           select person_id, agency_id, post, title, $2, $3 from appointment where id = $1`,
          [id, from, since],
        );
      await client.query(
        "update appointment set person_id = (select person_id from account where name = $2) where id = $1",
        [id, name],
      );
    }
  });
}

/** Somebody with the rights of `role` who exists for one test alone, and whose acts are known by their name. */
export const plantTwin = (role: Role, name: string, fullName: string): Promise<unknown> =>
  asOwner(async (client) => {
    const person = randomUUID();
    await client.query("insert into person (id, full_name) values ($1, $2)", [person, fullName]);
    await client.query(
      `insert into account (person_id, name, password_hash, role, agency_id, demonstration)
       select $1, $2, password_hash, role, agency_id, true from account where name = $3`,
      [person, name, role],
    );
  });

/** Puts somebody into the team of a visit, beside whoever leads it. */
export const joinTeam = (visit: string, accountName: string): Promise<unknown> =>
  asOwner((client) =>
    client.query(
      "insert into team_member (visit_id, person_id, duty) select $1, person_id, 'member' from account where name = $2",
      [visit, accountName],
    ),
  );

/** Ends every open session of an account: what an administrator, or time, does. */
export const endSessions = (accountName: string): Promise<unknown> =>
  asOwner((client) =>
    client.query(
      "update session set expires_at = now() where expires_at > now() and account_id = (select id from account where name = $1)",
      [accountName],
    ),
  );

/** Ends the sessions of an account as somebody does from another one. */
export const revokeSessions = (accountName: string): Promise<unknown> =>
  asOwner((client) =>
    client.query(
      "update session set revoked_at = now() where revoked_at is null and account_id = (select id from account where name = $1)",
      [accountName],
    ),
  );

/** The draft of a document with another text than was read, as somebody writes who was faster. */
export const rewriteDraft = (documentId: string, body: string): Promise<unknown> =>
  asOwner((client) =>
    client.query(
      "update document_revision set body = $2, version = version + 1 where document_id = $1 and approved_on is null",
      [documentId, body],
    ),
  );

/** Asks the queue of the site under test for today's digests, as its own clock does every morning. */
export const askForDigests = (): Promise<unknown> =>
  asOwner((client) =>
    client.query("insert into job (name, key) values ('write-digests', $1)", [randomUUID()]),
  );

/** One more finding of the agency's last visit, at a question where it had none, that nobody has answered: late by fifty days. */
export const plantFinding = (agencyCode: string): Promise<string> =>
  asOwner(async (client) => {
    const finding = randomUUID();
    // Journeys plant side by side: one at a time picks a question.
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

export type StoredAnswer = { code: string; outcome: string; note: string };

/** What the server holds of a visit's answers. */
export const answersIn = (visit: string): Promise<StoredAnswer[]> =>
  asOwner(
    async (client) =>
      (
        await client.query<StoredAnswer>(
          "select question_code as code, outcome::text, note from answer where visit_id = $1 order by 1",
          [visit],
        )
      ).rows,
  );

export type StoredReceipt = { id: string; subject: string; accepted: boolean; version: number };

/** What arrived from devices for a visit, in the order of its receipts. */
export const receiptsOf = (visit: string): Promise<StoredReceipt[]> =>
  asOwner(
    async (client) =>
      (
        await client.query<StoredReceipt>(
          "select id, subject, accepted, version from field_delivery where visit_id = $1 order by receipt_no",
          [visit],
        )
      ).rows,
  );

/** In whose name devices delivered what arrived for a visit, by the names of accounts. */
export const deliverersOf = (visit: string): Promise<string[]> =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select distinct a.name from field_delivery d join account a on a.id = d.received_by where d.visit_id = $1 order by 1",
      [visit],
    );
    return rows.map(({ name }) => name);
  });

/** How many photographs the server holds of a visit. */
export const photosIn = (visit: string): Promise<number> =>
  asOwner(
    async (client) =>
      (
        await client.query<{ n: number }>(
          "select count(*)::int as n from answer_evidence where visit_id = $1",
          [visit],
        )
      ).rows[0]?.n ?? 0,
  );

export type StoredPhotograph = { bytes: Buffer; caption: string };

/** The photographs of a visit as the server holds them, in the order of their arrival. */
export const photographsIn = (visit: string): Promise<StoredPhotograph[]> =>
  asOwner(
    async (client) =>
      (
        await client.query<StoredPhotograph>(
          `select f.bytes, e.caption from answer_evidence e join attachment a on a.id = e.attachment_id
             join file_content f on f.sha256 = a.sha256 where e.visit_id = $1 order by a.uploaded_at, a.id`,
          [visit],
        )
      ).rows,
  );

/** Answers every question of a visit and looks at every earlier finding again: all is well, but for the shortcomings named by question. */
export const plantAnswers = (
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

/** The day that a visit's result bears, and when its findings are due. */
export const signedIn = (visit: string): Promise<{ on: string; due: string[] } | undefined> =>
  asOwner(
    async (client) =>
      (
        await client.query<{ on: string; due: string[] }>(
          `select r.finalised_on::text as on, array(select due_on::text from finding f where f.visit_id = r.visit_id order by 1) as due
           from visit_result r where r.visit_id = $1`,
          [visit],
        )
      ).rows[0],
  );
