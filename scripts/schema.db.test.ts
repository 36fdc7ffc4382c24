import { describe, expect, inject, it } from "vitest";

import { captureProgram } from "./launch/programs.mjs";
import { bringToHead } from "./launch/schema.mjs";
import { cloneDatabase, testDatabase } from "./test-database/database";

const prisma = (ownerUrl: string, ...args: string[]) =>
  captureProgram("prisma", ["migrate", ...args], { DATABASE_OWNER_URL: ownerUrl });

const drift = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--exit-code"];

describe("the schema", () => {
  it("says the same in Prisma's words and in the migrations", async () => {
    const { code, output } = await prisma(testDatabase().ownerUrl, "diff", ...drift);
    expect(output).toContain("No difference detected");
    expect(code).toBe(0);
  });

  it("goes from empty to head, where status finds nothing left", async () => {
    const empty = await cloneDatabase({ ...inject("database"), template: "template0" });
    expect(await bringToHead(empty)).toMatch(/^schema migrated, \d+ new$/);
    expect((await prisma(empty.ownerUrl, "status")).output).toContain("up to date");
    await empty.drop();
  });

  it("is left alone when it is at head", async () => {
    expect(await bringToHead(testDatabase())).toBe("schema up to date");
  });

  it("is seen to be at head by the role of the site alone", async () => {
    expect(await bringToHead({ appUrl: testDatabase().appUrl, ownerUrl: undefined })).toBe(
      "schema up to date",
    );
  });

  it("is refused when old and nobody may migrate it", async () => {
    const empty = await cloneDatabase({ ...inject("database"), template: "template0" });
    await expect(bringToHead({ appUrl: empty.appUrl, ownerUrl: undefined })).rejects.toThrow(
      "DATABASE_OWNER_URL",
    );
    await empty.drop();
  });
});
