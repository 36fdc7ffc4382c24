import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";

import { disconnect } from "@/lib/platform/database";
import { readiness, type Fault } from "@/lib/platform/readiness";
import { schemaHead } from "@/generated/schema-head";
import { ask } from "@/scripts/launch/database.mjs";
import { cloneDatabase, testDatabase } from "@/tests/support/database/database";

const { appUrl, superUrl } = testDatabase();
const kept = { ...process.env };

beforeEach(async () => {
  await disconnect();
  vi.resetModules();
});
afterEach(() => {
  process.env = { ...kept };
});

/** The server of these tests forgets, to be quick: that is said each time, and left out where something else is asked. */
const forgetful = /must be on: without it/;

const faults = async (): Promise<Fault[]> => (await readiness()).filter(({ code }) => code !== "forgets");

/** Every reason not to start, for a site with these settings. */
async function reasons(settings: Record<string, string>): Promise<string[]> {
  Object.assign(process.env, settings);
  const found = await (await import("@/lib/platform/startup")).reasonsNotToStart();
  return found.filter((text) => !forgetful.test(text));
}

/** What a statement of the superuser does to /readyz, until it is undone. */
async function spoilt(statement: string, undo: string): Promise<string[]> {
  await ask(superUrl, (client) => client.query(statement));
  try {
    return (await faults()).map(({ text }) => text);
  } finally {
    await ask(superUrl, (client) => client.query(undo));
  }
}

const random = "k3yF0rTheTestsOnly-0123456789abcdef";

describe("a site in production", () => {
  it("does not start with demonstration accounts", async () => {
    expect(await reasons({ NENEP_DEMO: "0", NEXTAUTH_SECRET: random })).toEqual([
      expect.stringMatching(/^\d+ demonstration accounts are enabled/),
    ]);
  });

  it("does not start with a default secret", async () => {
    const found = await reasons({ NENEP_DEMO: "0", NEXTAUTH_SECRET: `changeme-${random}` });
    expect(found[0]).toMatch(/^NEXTAUTH_SECRET is a default/);
  });

  it("does not start without a secret, or with a short one", async () => {
    await expect(reasons({ NEXTAUTH_SECRET: "" })).rejects.toThrow("NEXTAUTH_SECRET");
    vi.resetModules();
    await expect(reasons({ NEXTAUTH_SECRET: "short" })).rejects.toThrow("NEXTAUTH_SECRET");
  });

  it("does not start as a superuser", async () => {
    const found = await reasons({ NENEP_DEMO: "1", NEXTAUTH_SECRET: random, DATABASE_URL: superUrl });
    expect(found).toEqual([
      expect.stringContaining("uses a superuser"),
      expect.stringContaining("bypasses row-level security"),
    ]);
  });
});

describe("a site that is ready", () => {
  it("has nothing to say", async () => {
    expect(await faults()).toEqual([]);
  });

  it("says so when its database forgets what it has acknowledged, whoever has set it so", async () => {
    const forgets = async (...statements: string[]): Promise<string> => {
      await ask(superUrl, async (client) => {
        for (const statement of statements) await client.query(statement);
      });
      return (await readiness()).map(({ text }) => text).join();
    };
    const name = new URL(appUrl).pathname.slice(1);
    expect(await forgets()).toMatch(/^fsync, full_page_writes, synchronous_commit must be on/);
    const [ofDatabase, ofRole, ofBoth] = [
      `database ${name}`,
      "role nenep_app",
      `role nenep_app in database ${name}`,
    ];
    expect(await forgets(`alter ${ofDatabase} set synchronous_commit = on`)).toContain("synchronous_commit");
    await disconnect();
    expect(await forgets()).toMatch(/^fsync, full_page_writes must be on/);
    // The connections are older than what follows.
    for (const whose of [ofRole, ofBoth]) {
      expect(await forgets(`alter ${whose} set synchronous_commit = off`)).toContain("synchronous_commit");
      expect(await forgets(`alter ${whose} reset synchronous_commit`)).not.toContain("synchronous_commit");
    }
    await forgets(`alter ${ofDatabase} reset synchronous_commit`);
  });

  it("says so when its role bypasses row-level security", async () => {
    process.env.DATABASE_URL = `${superUrl}?options=-c%20role%3Dnenep_backup`;
    expect((await faults()).map(({ code }) => code)).toEqual(["bypasses-row-security"]);
  });

  it("says so when row-level security is off on a table", async () => {
    const found = await spoilt(
      "alter table visit no force row level security",
      "alter table visit force row level security",
    );
    expect(found).toEqual(["row-level security is off on visit"]);
  });

  it("says so when the schema is older than this release", async () => {
    const mark = (value: string): string =>
      `update _prisma_migrations set rolled_back_at = ${value} where migration_name = '${schemaHead}'`;
    expect(await spoilt(mark("now()"), mark("null"))).toEqual([
      expect.stringContaining(`this site needs ${schemaHead}`),
    ]);
  });

  it("says so when there is no schema at all", async () => {
    const empty = await cloneDatabase({ ...inject("database"), template: "template0" });
    process.env.DATABASE_URL = empty.appUrl;
    expect(await faults()).toEqual([
      { code: "schema-old", text: `the schema is at nothing, this site needs ${schemaHead}` },
    ]);
    await disconnect();
    await empty.drop();
  });

  it.each([
    ["nothing answers", /:\d+\//, ":1/", "the database cannot be reached with DATABASE_URL"],
    [
      "the password is wrong",
      /:[^:@/]+@/,
      ":wrong@",
      "the database refuses the role or the password of DATABASE_URL",
    ],
  ])("says so when %s", async (_what, part, instead, text) => {
    process.env.DATABASE_URL = appUrl.replace(part, instead);
    expect(await faults()).toEqual([{ code: "database-unreachable", text }]);
  });
});
