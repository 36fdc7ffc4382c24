import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { verify } from "@/scripts/history/verify";
import { bringToHead } from "@/scripts/launch/schema.mjs";
import { cloneDatabase, testDatabase } from "@/tests/support/database/database";

/*
 * Whoever owns the machine alters what figures are read from and what records rest on, past every trigger: verify-history says what
 * and whose.
 */

const { appUrl, ownerUrl, superUrl } = testDatabase();
const superuser = new pg.Client({ connectionString: superUrl });

/** An agency that has declared nothing. */
const undeclared =
  "(select agency_id from agency_standing where valid_to = 'infinity' or valid_to > '2100-01-01' order by bucket desc, agency_id limit 1)";

/** What is done, and the line that names it. */
type Tampering = { of: string; does: string; named: RegExp };

const row = (table: string, does: string, where = ""): Tampering => ({
  of: `${table}: ${does}`,
  does: `update ${table} set ${does} where ctid = (select ctid from ${table} ${where} limit 1)`,
  named: new RegExp(`^broken: ${table} .*altered`, "m"),
});

const tamperings: Tampering[] = [
  {
    of: "the standing that the leader's figure is read from",
    does: `update agency_standing set bucket = 'declared', stage = 'declared' where agency_id = ${undeclared}`,
    named: /^broken: standing of \S.* from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d \(altered\)/m,
  },
  {
    of: "a standing taken out",
    does: `delete from agency_standing where agency_id = ${undeclared}`,
    named: /^broken: standing of \S.*\(missing\)/m,
  },
  {
    of: "a standing put in",
    does: `insert into agency_standing select (jsonb_populate_record(s, '{"valid_from":"1999-01-01","valid_to":"1999-02-01"}')).*
      from agency_standing s limit 1`,
    named: /^broken: standing of \S.* from 1999-01-01 to 1999-02-01 \(not recorded\)/m,
  },
  row("programme", "approved_on = '2017-12-30'", "where approved_on is null"),
  row("programme", "approved_on = approved_on - 1", "where approved_on is not null"),
  row("programme_candidate", "points = points + 1"),
  row("management_system", "started_on = started_on - 1"),
  row("management_system", "ended_on = '2017-12-31'"),
  row("submission", "note = note || '.'"),
  row("visit_section", "recorder = 'X'", "where visit_id in (select visit_id from visit_result)"),
  {
    of: "document_coverage taken out",
    does: "delete from document_coverage where ctid = (select ctid from document_coverage limit 1)",
    named: /^broken: document_coverage .*missing/m,
  },
  {
    of: "a delivery with the receipt of another act",
    does: `insert into field_delivery (id, sha256, visit_id, agency_id, subject, accepted, version, receipt_no, recorded_at, received_by)
      select gen_random_uuid(), repeat('0', 64), r.visit_id, r.agency_id, 'sheet:A', true, 1,
        (select max(e.id) from journal_entry e where e.chain_id <> r.agency_id), now(), r.finalised_by from visit_result r limit 1`,
    named: /^broken: field_delivery .*another act/m,
  },
  {
    of: "when a policy was replaced",
    does: "update quality_policy set replaced_on = '2017-12-31' where ctid = (select ctid from quality_policy where replaced_on is null and signed_on is not null limit 1)",
    named: /^broken: quality_policy .*replaced/m,
  },
  row("deadline", "due_on = due_on + 365"),
  row("agency_obligation", "valid_to = '2017-01-01'", "where valid_to is null"),
  row("agency_name", "name = name || '.'"),
  row("agency_parent", "valid_from = valid_from - 1"),
  row("agency_kind_fact", "valid_from = valid_from - 1"),
  row("person", "full_name = full_name || '.'"),
  row("milestone_target", "target_on = target_on + 1"),
  row("paper_signatory", "name = name || '.'"),
  row("correction_term", "days = 90"),
  row("checklist_question", "text_vi = text_vi || '.'"),
  row("checklist_grade", "min_hundredths = min_hundredths - 1"),
  row("checklist_group", "points = points + 1"),
  row("legal_document", "issued_on = issued_on + 1"),
  row("standard_edition", "withdrawn_on = '2016-01-01'"),
  row("edition_transition", "deadline_on = deadline_on + 1"),
  row("required_document", "title_vi = title_vi || '.'"),
  row("lead_agency", "committee = committee || '.'"),
  row("paper_basis", "valid_to = '2017-01-01'", "where valid_to is null"),
  row("risk_weight", "max_points = max_points + 1"),
  row("holiday", "name_vi = name_vi || '.'"),
  row("person_position", "title = title || '.'"),
  row("keeping_term", "days = days + 1"),
  row("scenario", "today = '2018-06-01'"),
  {
    of: "a row of the registry taken out",
    does: "delete from holiday where ctid = (select ctid from holiday limit 1)",
    named: /^broken: holiday .*missing/m,
  },
  {
    of: "a row of the registry put in",
    does: "insert into holiday values ('2017-03-03', 'X', 'X', 'X')",
    named: /^broken: holiday 2017-03-03 .*not recorded/m,
  },
  {
    of: "a row altered in secret, then changed again openly",
    does: `update deadline set due_on = due_on + 365; set session_replication_role = origin;
      select set_config('app.role', 'system', false); update deadline set due_on = due_on + 1; set session_replication_role = replica`,
    named: /^broken: deadline .*altered before entry \d+/m,
  },
  {
    of: "a chain with its head",
    does: `delete from journal_entry where chain_id = ${undeclared}; delete from chain_head where chain_id = ${undeclared}`,
    named: /^broken: the history of \S.* \(chain [0-9a-f-]{36}\) is missing/m,
  },
  {
    of: "the history of the registry with its head",
    does: "delete from journal_entry where entity = 'registry'; delete from chain_head where chain_id = '00000000-0000-0000-0000-000000000001'",
    named: /^broken: the history of the registry/m,
  },
];

const touched = [
  ...new Set(
    tamperings.flatMap(({ does }) =>
      [...does.matchAll(/(?:update|from|into) (\w+)/g)].map(([, table]) => table),
    ),
  ),
];

/** From here on queries speak to the database at this address. */
async function speakTo(url: string): Promise<void> {
  const { disconnect } = await import("@/lib/platform/database");
  await disconnect();
  process.env["DATABASE_URL"] = url;
}

beforeAll(async () => {
  await superuser.connect();
  await superuser.query("set session_replication_role = replica; create schema saved");
  for (const table of touched) await superuser.query(`create table saved.${table} as table ${table}`);
  await speakTo(ownerUrl);
});
afterAll(async () => {
  await speakTo(appUrl);
  await superuser.end();
});

/** Does it, asks, and puts everything back. */
async function linesAfter(does: string): Promise<string> {
  await superuser.query(does);
  const { whole, lines } = await verify(ownerUrl);
  for (const table of touched)
    await superuser.query(
      `delete from ${table}; insert into ${table} overriding system value select * from saved.${table}`,
    );
  expect(whole).toBe(false);
  return lines.join("\n");
}

describe("verify-history", { timeout: 30_000 }, () => {
  it("says of the created world that it is whole", async () => {
    expect(await verify(ownerUrl)).toEqual({ whole: true, lines: [expect.stringMatching(/^whole: /)] });
  });

  it.each(tamperings)("names $of", async ({ does, named }) => {
    expect(await linesAfter(does)).toMatch(named);
  });

  it("says so again when everything is as it was", async () => {
    expect((await verify(ownerUrl)).whole).toBe(true);
  });

  it("never calls a database whole in which nothing is recorded", async () => {
    const empty = await cloneDatabase({ dataDir: inject("database").dataDir, template: "template0" });
    await bringToHead(empty);
    await speakTo(empty.ownerUrl);
    expect(await verify(empty.ownerUrl)).toEqual({
      whole: false,
      lines: ["nothing is recorded in this database: is it the right one?"],
    });
    await speakTo(ownerUrl);
    await empty.drop();
  });
});
