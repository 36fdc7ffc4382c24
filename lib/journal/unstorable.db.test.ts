import { expect, it } from "vitest";

import type { Tx } from "@/lib/identity/database";
import { change } from "@/lib/journal/entries/commands";
import { problem } from "@/lib/kernel/problem";
import { refused } from "@/lib/kernel/result";
import { inspector, createVisit } from "@/tests/support/database/visit";

/** What no schema of ours lets by today, and the database refuses; each as a command would meet it. */
const unstorable: Record<string, (tx: Tx) => Promise<unknown>> = {
  "a number too large": (tx) => tx.$queryRaw`select ${99_999_999_999}::int as n`,
  "a number too large for a column": (tx) => tx.visitMinutes.count({ where: { version: 99_999_999_999 } }),
  "a day that is none": (tx) => tx.$queryRaw`select ${"2017-02-31"}::date::text as day`,
  "a year before there were any": (tx) =>
    tx.$queryRaw`select ${new Date("0000-01-01T00:00:00Z")}::timestamptz::text as day`,
  "a moment that is none": (tx) => tx.finding.count({ where: { raisedOn: new Date(Number.NaN) } }),
  "a moment that is none, in a statement": (tx) =>
    tx.$queryRaw`select ${new Date(Number.NaN)}::timestamptz::text as day`,
  "a text too long": async (tx) => {
    await tx.$executeRaw`create temp table narrow (text varchar(3)) on commit drop`;
    await tx.$executeRaw`insert into narrow values (${"abcd"})`;
  },
  "a sign that no text holds": (tx) => tx.person.count({ where: { fullName: "a\u0000b" } }),
  "an id that is none": (tx) => tx.$queryRaw`select ${"x"}::uuid::text as id`,
};

it.each(Object.entries(unstorable))("%s is refused in words, and nothing breaks", async (_what, work) => {
  const result = await change(await inspector(), async (tx) => {
    await work(tx);
    return refused(problem("no-change"));
  });
  expect(result).toMatchObject({ ok: false, problems: [{ code: "unstorable" }] });
});

it("what a constraint of a table refuses is refused in words", async () => {
  const visit = await createVisit();
  const viewer = await inspector();
  const result = await change(viewer, async (tx) => {
    await tx.$executeRaw`insert into photo_chunk (sha256, uploaded_by, start, bytes)
      values ('x', ${viewer.accountId}::uuid, -1, ${Buffer.from(visit)})`;
    return refused(problem("no-change"));
  });
  expect(result).toMatchObject({ ok: false, problems: [{ code: "unstorable" }] });
});

it("what is wrong with the program itself is not put on who sent something", async () => {
  const broken = change(await inspector(), async (tx) => {
    await tx.$queryRaw`select no_such_column from visit`;
    return refused(problem("no-change"));
  });
  await expect(broken).rejects.toThrow();
});
