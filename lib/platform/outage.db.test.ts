import { afterEach, describe, expect, it } from "vitest";

import { disconnect, inTransaction, type Tx } from "@/lib/platform/database";
import { isOutage, reasonOf } from "@/lib/platform/outage";
import { testDatabase } from "@/tests/support/database/database";

const system = { role: "system", accountId: null, personId: null, agencyId: null };
const { appUrl } = testDatabase();

afterEach(async () => {
  process.env.DATABASE_URL = appUrl;
  await disconnect();
});

const failureOf = (work: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
  inTransaction(system, work).then(
    () => null,
    (error: unknown) => error,
  );

describe("an outage", () => {
  it.each([
    ["53100", true],
    ["53300", true],
    ["57P01", true],
    ["58030", true],
    ["23514", false],
    ["22023", false],
  ])("is what PostgreSQL calls %s: %s", async (state, expected) => {
    const failure = await failureOf(async (tx) => {
      await tx.$executeRaw`create function pg_temp.fail(state text) returns void language plpgsql as
        $$ begin raise exception 'as if' using errcode = state; end $$`;
      await tx.$executeRaw`select pg_temp.fail(${state})`;
    });
    expect(isOutage(failure)).toBe(expected);
    expect(reasonOf(failure)).toContain("as if");
  });

  it("is a database that is not there", async () => {
    process.env.DATABASE_URL = appUrl.replace(/:\d+\//, ":1/");
    await disconnect();
    expect(isOutage(await failureOf((tx) => tx.$queryRaw`select 1`))).toBe(true);
  });

  it("is no mistake of our own", () => {
    expect(isOutage(new TypeError("x is not a function"))).toBe(false);
    expect(isOutage(new Error("NEXT_REDIRECT"))).toBe(false);
  });
});
