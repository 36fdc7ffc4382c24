import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { findAdoption } from "@/lib/adoption/progress/queries";
import { listRecordable, listStandings } from "@/lib/adoption/queries";
import { findAgency } from "@/lib/agencies/queries";
import { listHolders } from "@/lib/appointments/queries";
import { listVisits } from "@/lib/visits/queries";
import { findVisit } from "@/lib/visits/record/queries";
import { listReviews } from "@/lib/self-reviews/queries";
import { findFile } from "@/lib/files/queries";
import { findFinding, listFindings } from "@/lib/findings/queries";
import type { Viewer } from "@/lib/identity/types";
import { listHistory, listRecentHistory } from "@/lib/journal/queries";
import { findPolicy } from "@/lib/policies/queries";
import { listDocuments } from "@/lib/procedures/queries";
import { findDocument } from "@/lib/procedures/record/queries";
import { findDuties } from "@/lib/reminders/queries";
import { testDatabase } from "@/tests/support/database/database";

import { marker, markOtherAgencies } from "./canaries";
import { agencyOf, disconnect, rows, sessionOf, today } from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";

// Every record of a province is asked for, one by one.
vi.setConfig({ testTimeout: 120_000 });

const app = new pg.Client({ connectionString: testDatabase().appUrl });
let marked: string[] = [];

beforeAll(async () => {
  await app.connect();
  for (const where of ["own", "other"] as const) {
    await fixtures.createDocument(where, true);
    await fixtures.createAnswered(where);
    await fixtures.createPosting(where);
    await fixtures.createReview(where);
    await fixtures.createFile(where);
  }
  marked = await markOtherAgencies();
});

afterAll(async () => {
  await app.end();
  await disconnect();
});

/** Tables in which this viewer, asking the database past all our queries, reads the marker. */
async function tablesThatSing(viewer: Viewer): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'",
  );
  const found: string[] = [];
  await app.query("begin");
  await app.query(
    `select set_config('app.role', $1, true), set_config('app.account_id', $2, true),
      set_config('app.person_id', $3, true), set_config('app.agency_id', $4, true)`,
    [viewer.role, viewer.accountId, viewer.personId, viewer.agencyId ?? ""],
  );
  for (const { name } of tables) {
    const { rowCount } = await app.query(
      `select 1 from ${name} r where strpos(to_jsonb(r)::text, '${marker}') > 0 limit 1`,
    );
    if (rowCount) found.push(name);
  }
  await app.query("rollback");
  return found.sort();
}

/** One statement for each table that row security guards. */
const policiesOn = async (statement: string): Promise<string> =>
  (
    await rows<{ all: string }>(
      "select string_agg(format($1, relname), ';') as all from pg_class where relrowsecurity and relkind = 'r'",
      [statement],
    )
  )[0]?.all ?? "";

const ids = async (table: string): Promise<string[]> =>
  (await rows<{ id: string }>(`select id from ${table}`)).map((row) => row.id);

const every = { year: null, topic: null, severity: null, agencyCode: null, openOnly: false, page: 1 };
const history = { agency: "", actor: "", entity: null, from: null, to: null, before: null, unread: [] };
const standings = {
  on: today,
  query: "",
  kind: null,
  bucket: null,
  overdue: false,
  topic: null,
  obligation: null,
  page: 1,
};

/** All that the queries give this viewer of every agency and every record there is, asked for by its id. */
async function everythingRead(viewer: Viewer): Promise<unknown[]> {
  const agencies = await rows<{ id: string; code: string }>("select id, code from agency");
  const ofAgencies = agencies.map(async ({ id, code }) => [
    await findAgency(viewer, "agencies.read", code, today),
    await findAdoption(viewer, id, today),
    await listRecordable(viewer, id),
    await listHolders(viewer, id, today),
    await findPolicy(viewer, id, today),
    await listDocuments(viewer, id, today, "vi"),
    await listReviews(viewer, id, today),
    await listHistory(viewer, "agency", id, today),
    await findDuties(viewer, { id, code }, "officer", today, "vi"),
    await findDuties(viewer, { id, code }, "head", today, "vi"),
  ]);
  const read: unknown[] = [];
  for (const each of ofAgencies) read.push(await each);
  for (const id of await ids("controlled_document"))
    read.push(await findDocument(viewer, id, today, "vi"), await listHistory(viewer, "document", id, today));
  for (const id of await ids("finding")) read.push(await findFinding(viewer, id));
  for (const id of await ids("visit")) read.push(await findVisit(viewer, id, "vi"));
  for (const id of await ids("attachment")) read.push((await findFile(viewer, id))?.fileName);
  read.push(await listVisits(viewer, { year: null, agencyCode: null, team: false }, "vi"));
  read.push(await listFindings(viewer, every), await listRecentHistory(viewer, history, today, 200));
  read.push(await listStandings(viewer, standings, 100));
  return read;
}

const sings = async (viewer: Viewer): Promise<boolean> =>
  JSON.stringify(await everythingRead(viewer)).includes(marker);

describe("texts of other agencies", () => {
  test("are all marked, wherever an agency has a text", async () => {
    expect(marked.length).toBeGreaterThan(50);
    const silent = await Promise.all(
      marked.map(async (each) => {
        const [table = "", column = ""] = each.split(".");
        const [row] = await rows<{ all: number; marked: number }>(
          `select count(${column})::int as all, (count(*) filter (where strpos(${column}, '${marker}') > 0))::int as marked from ${table}
           where ${table === "journal_entry" ? "chain_id" : "agency_id"} <> $1`,
          [await agencyOf("own")],
        );
        return row && row.all > 0 && row.marked === 0 ? [each] : [];
      }),
    );
    expect(silent.flat()).toEqual([]);
  });

  test.each(["officer", "head"])("never reach the %s, by whatever query of whatever record", async (role) => {
    expect(await sings((await sessionOf(role)).viewer)).toBe(false);
  });

  test.each(["officer", "head"])("are in no row the database would give the %s", async (role) => {
    expect(await tablesThatSing((await sessionOf(role)).viewer)).toEqual([]);
  });

  test.each(["officer", "head"])(
    "never reach the %s by our queries alone, row security open",
    async (role) => {
      const { viewer } = await sessionOf(role);
      await rows(await policiesOn("create policy open_to_all on %I for select using (true)"));
      try {
        expect((await tablesThatSing(viewer)).length).toBeGreaterThan(15);
        expect(await sings(viewer)).toBe(false);
      } finally {
        await rows(await policiesOn("drop policy open_to_all on %I"));
      }
    },
  );

  test("reach the leader, so that silence means something", async () => {
    const { viewer } = await sessionOf("leader");
    expect(await sings(viewer)).toBe(true);
    expect((await tablesThatSing(viewer)).length).toBeGreaterThan(15);
  });
});
