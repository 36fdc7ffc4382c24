import pg from "pg";
import { describe, expect, inject, it } from "vitest";

import { listStandings } from "@/lib/adoption/queries";
import type { StandingFilter } from "@/lib/adoption/types";
import { findDashboard, findHeadline } from "@/lib/dashboard/queries";
import { asViewer } from "@/lib/identity/database";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import { bringToHead } from "@/scripts/launch/schema.mjs";
import { captureProgram } from "@/scripts/launch/programs.mjs";
import { seed } from "@/scripts/launch/seed.mjs";
import { cloneDatabase, testDatabase } from "@/tests/support/database/database";

const viewer = systemViewer("test");
const endOf2017 = plainDate("31/12/2017");
const headlineOn = (day: PlainDate) => asViewer(viewer, (tx) => findHeadline(tx, day));
const everybody: StandingFilter = {
  on: endOf2017,
  query: "",
  kind: null,
  obligation: null,
  bucket: null,
  overdue: false,
  topic: null,
  page: 1,
};

/** What two seedings cannot share: instants of recording, the seals over them, and the salt of each password. */
const itsOwn = [
  "at",
  "created_at",
  "recorded_at",
  "seeded_at",
  "hash",
  "prev_hash",
  "records",
  "password_hash",
];

/** A fingerprint of each table, whatever the order of its rows. */
async function fingerprints(ownerUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.role', 'system', false)");
    const tables = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1",
    );
    const found: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ print: string }>(
        `select count(*) || ' ' || md5(coalesce(string_agg(row, E'\\n' order by row), '')) as print
         from (select (to_jsonb(t) - $1::text[])::text as row from ${client.escapeIdentifier(name)} t) r`,
        [itsOwn],
      );
      found[name] = rows[0]?.print ?? "";
    }
    return found;
  } finally {
    await client.end();
  }
}

describe("Quảng Ngãi at the end of 2017", () => {
  it("has 46 agencies, 36 declared, 7 in progress, 3 not started, 10 overdue", async () => {
    expect(await headlineOn(endOf2017)).toMatchObject({
      total: 46,
      declared: 36,
      in_progress: 7,
      not_started: 3,
      overdue: 10,
    });
  });

  it("counts each of the ten 365 days late, with the cause they state", async () => {
    const { lines, total } = await listStandings(viewer, { ...everybody, overdue: true });
    expect(total).toBe(10);
    expect(lines.map((line) => line.overdueDays)).toEqual(Array.from({ length: 10 }, () => 365));
    expect(new Set(lines.map((line) => line.cause))).toEqual(new Set(["budget"]));
  });

  it.each(["declared", "in_progress", "not_started"] as const)(
    "lists as many agencies %s as it counts",
    async (bucket) => {
      const { lines, total } = await listStandings(viewer, { ...everybody, bucket });
      expect([lines.length, total]).toEqual([total, (await headlineOn(endOf2017))[bucket]]);
    },
  );

  it("counts Chi cục Bảo vệ môi trường and UBND huyện Đức Phổ among the declared", async () => {
    const { lines } = await listStandings(viewer, { ...everybody, bucket: "declared" });
    expect(lines.map((line) => line.code)).toEqual(expect.arrayContaining(["ccbvmt", "ubnd-duc-pho"]));
  });

  it("says of the past what was so then: nobody is late before the deadline has passed", async () => {
    const inTime = await headlineOn(plainDate("31/12/2016"));
    expect(inTime).toMatchObject({ total: 46, overdue: 0 });
    expect(inTime.declared).toBeLessThanOrEqual(36);
    expect(await headlineOn(plainDate("01/01/2017"))).toMatchObject({ overdue: 46 - inTime.declared });
    const before = await headlineOn(plainDate("31/12/2014"));
    expect(before.total).toBeLessThan(46);
    expect(before.declared).toBeGreaterThan(0);
    expect(before.declared).toBeLessThan(inTime.declared);
    expect(await headlineOn(plainDate("01/01/2006"))).toMatchObject({ total: 0 });
  });

  it.each(["31/12/2017", "05/07/2016", "31/12/2009"])(
    "draws until %s the line of each year's figure",
    async (day) => {
      const dashboard = await findDashboard(viewer, plainDate(day));
      const years = dashboard?.years ?? [];
      expect(years.at(-1)?.on).toBe(day === "31/12/2009" ? undefined : plainDate(day));
      for (const { on, declared, total } of years) {
        expect(await headlineOn(on)).toMatchObject({ declared, total });
      }
    },
  );

  it("has ten visits done in 2017, one more planned, and the five kinds of shortcoming", async () => {
    const dashboard = await findDashboard(viewer, endOf2017);
    expect(dashboard).toMatchObject({ visited: 10, visits: { done: 10, planned: 11 } });
    expect(dashboard?.topics.map(({ topic }) => topic)).toEqual(
      expect.arrayContaining([
        "mandatory_documents",
        "procedure_documents",
        "quality_policy",
        "policy_posting",
        "quality_objectives",
      ]),
    );
  });
});

describe("the draft of 2018", () => {
  it("waits for the leader: sixteen visits with teams, none of them counted or shown before it is approved", async () => {
    const drafts = await asViewer(
      viewer,
      (tx) => tx.$queryRaw`
        select p.approved_on as "approvedOn", count(distinct v.id)::int as visits, count(distinct c.agency_id)::int as ranked,
          bool_and(exists (select 1 from team_member m where m.visit_id = v.id and m.duty = 'leader')) as led,
          bool_and(extract(isodow from v.planned_on) < 6) as workdays
        from programme p join visit v on v.programme_id = p.id join programme_candidate c on c.programme_id = p.id
        where p.year = 2018 group by p.id`,
    );
    expect(drafts).toEqual([{ approvedOn: null, visits: 16, ranked: 46, led: true, workdays: true }]);
    expect(await findDashboard(viewer, endOf2017)).toMatchObject({ visits: { done: 10, planned: 11 } });
  });
});

describe("planting the world", { timeout: 120_000 }, () => {
  it("changes nothing the second time", async () => {
    const { ownerUrl } = testDatabase();
    const before = await fingerprints(ownerUrl);
    await seed(ownerUrl);
    expect(await fingerprints(ownerUrl)).toEqual(before);
  });

  it("begins the history of every record that has one, in whole chains", async () => {
    const counts = await asViewer(
      viewer,
      (tx) => tx.$queryRaw`
        select (select count(*)::int from journal_breaks()) as broken,
          (select count(*)::int from (
            select id::text from agency union all select id::text from controlled_document
            union all select id::text from quality_policy union all select id::text from visit
            union all select id::text from finding union all select id::text from account) r
          where not exists (select 1 from journal_entry e where e.entity_id = r.id)) as untold`,
    );
    expect(counts).toEqual([{ broken: 0, untold: 0 }]);
  });

  it("gives a new installation the law and the standard, and nobody's records", async () => {
    const fresh = await cloneDatabase({ ...inject("database"), template: "template0" });
    await bringToHead(fresh);
    const planting = await captureProgram("tsx", ["prisma/seed/main.ts"], {
      DATABASE_OWNER_URL: fresh.ownerUrl,
      SCENARIO: "empty",
    });
    expect(planting).toEqual({ code: 0, output: "seeded empty\n" });
    const empty = await fingerprints(fresh.ownerUrl);
    const full = await fingerprints(testDatabase().ownerUrl);
    const reference = Object.keys(empty).filter((table) => empty[table] === full[table]);
    expect(reference).toEqual(
      expect.arrayContaining([
        "legal_term",
        "standard_edition",
        "requirement",
        "checklist_question",
        "deadline",
      ]),
    );
    const rowsOf = (table: string) => Number(empty[table]?.split(" ")[0]);
    expect(["agency", "account", "person", "visit", "admin_procedure"].map(rowsOf)).toEqual([0, 0, 0, 0, 0]);
    expect(rowsOf("legal_document")).toBeGreaterThan(10);
    await fresh.drop();
  });

  it("makes the same world in every database", async () => {
    const other = await cloneDatabase({ ...inject("database"), template: "template0" });
    await bringToHead(other);
    await seed(other.ownerUrl);
    expect(await fingerprints(other.ownerUrl)).toEqual(await fingerprints(testDatabase().ownerUrl));
    await other.drop();
  });
});
