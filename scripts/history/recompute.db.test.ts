import pg from "pg";
import { expect, it } from "vitest";

import { recomputeHistory } from "@/scripts/history/recompute";
import { testDatabase } from "@/scripts/test-database/database";

it("finds every seal right, and names the row that somebody with all rights has altered", async () => {
  const { ownerUrl, superUrl } = testDatabase();
  const whole = await recomputeHistory(ownerUrl);
  expect(whole.broken).toBeNull();
  expect(whole.entries).toBeGreaterThan(600);
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  await client.query("set session_replication_role = replica");
  const altered = await client.query<{ chain_id: string; seq: string }>(
    `update journal_entry set content = replace(content, '{', '{"x":1,') where id = (select min(id) + 5 from journal_entry) returning chain_id, seq`,
  );
  await client.end();
  const { broken } = await recomputeHistory(ownerUrl);
  expect(broken).toEqual({ chain: altered.rows[0]?.chain_id, seq: String(altered.rows[0]?.seq) });
});
