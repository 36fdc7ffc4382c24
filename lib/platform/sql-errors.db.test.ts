import { expect, it } from "vitest";

import { change } from "@/lib/journal/entries/commands";
import { problem } from "@/lib/kernel/problem";
import { refused } from "@/lib/kernel/result";
import { onlyOnce } from "@/lib/platform/sql-errors";
import { ask } from "@/scripts/launch/database.mjs";
import { testDatabase } from "@/tests/support/database/database";
import { inspector, createVisit } from "@/tests/support/database/visit";

const namesOf = async (): Promise<string[]> => {
  const { rows } = await ask(testDatabase().ownerUrl, (client) =>
    client.query<{
      name: string;
    }>(`select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indisunique or i.indisexclusion`),
  );
  return rows.map(({ name }) => name);
};

it("every constraint with words for a person is one of the database", async () => {
  expect(await namesOf()).toEqual(expect.arrayContaining(Object.keys(onlyOnce)));
});

it("a key that the program gave twice is its own fault, and breaks", async () => {
  const id = await createVisit();
  const twice = change(await inspector(), async (tx) => {
    await tx.$executeRaw`insert into visit select * from visit where id = ${id}::uuid`;
    return refused(problem("no-change"));
  });
  await expect(twice).rejects.toThrow("visit_pkey");
});
