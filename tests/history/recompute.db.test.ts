import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { recomputeHistory } from "@/scripts/history/recompute";
import { testDatabase } from "@/tests/support/database/database";

const { ownerUrl, superUrl } = testDatabase();
const superuser = new pg.Client({ connectionString: superUrl });

type Entry = { id: string; chain: string; seq: string };

/** A chain of some length, and an entry in its middle. */
let entry: Entry;

beforeAll(async () => {
  await superuser.connect();
  await superuser.query("set session_replication_role = replica");
  await superuser.query(
    "create table as_it_was as select * from journal_entry; create table heads_as_they_were as select * from chain_head",
  );
});
beforeEach(async () => {
  await superuser.query("delete from journal_entry; insert into journal_entry select * from as_it_was");
  await superuser.query("delete from chain_head; insert into chain_head select * from heads_as_they_were");
  const { rows } = await superuser.query<Entry>(
    `select id::text, chain_id as chain, seq::text from journal_entry e where seq = 5 and
       (select count(*) from journal_entry o where o.chain_id = e.chain_id) > 8 order by chain_id limit 1`,
  );
  entry = rows[0] ?? { id: "", chain: "", seq: "" };
});
afterAll(() => superuser.end());

/** Seals a chain anew from that entry on, as whoever knows how it is done would, but not its head. */
const resealed = (chain: string): string => `do $$ declare r journal_entry; before bytea := '\\x'; begin
  for r in select * from journal_entry where chain_id = '${chain}' order by seq loop
    r.prev_hash := before; before := journal_hash(r);
    update journal_entry set prev_hash = r.prev_hash, hash = before where id = r.id;
  end loop; end $$`;

describe("the history, recomputed outside the database", () => {
  it("is whole as it was written", async () => {
    const { broken, entries } = await recomputeHistory(ownerUrl);
    expect(broken).toBeNull();
    expect(entries).toBeGreaterThan(600);
  });

  it.each<[string, (entry: Entry) => string, string]>([
    [
      "a word changed",
      ({ id }) => `update journal_entry set content = content || ' ' where id = ${id}`,
      "altered",
    ],
    [
      "the number on a receipt changed",
      ({ id }) => `update journal_entry set id = 900000 + id where id = ${id}`,
      "altered",
    ],
    ["an older seal claimed", ({ id }) => `update journal_entry set seal = 1 where id = ${id}`, "altered"],
    [
      "an entry sealed anew without its number",
      ({ id }) =>
        `update journal_entry set seal = 1 where id = ${id}; update journal_entry e set hash = journal_hash(e) where id = ${id}`,
      "altered",
    ],
    ["an entry taken out", ({ id }) => `delete from journal_entry where id = ${id}`, "missing"],
    [
      "an entry taken out and the rest numbered anew",
      ({ id, chain, seq }) =>
        `delete from journal_entry where id = ${id}; update journal_entry set seq = -seq where chain_id = '${chain}' and seq > ${seq};
         update journal_entry set seq = -seq - 1 where chain_id = '${chain}' and seq < 0`,
      "not linked",
    ],
    [
      "the end cut off",
      ({ chain, seq }) => `delete from journal_entry where chain_id = '${chain}' and seq > ${seq}`,
      "end of chain missing",
    ],
    [
      "the whole chain gone",
      ({ chain }) => `delete from journal_entry where chain_id = '${chain}'`,
      "end of chain missing",
    ],
    ["its head gone", ({ chain }) => `delete from chain_head where chain_id = '${chain}'`, "head missing"],
    [
      "the whole chain sealed anew",
      ({ id, chain }) => `update journal_entry set content = '{}' where id = ${id}; ${resealed(chain)}`,
      "end of chain missing",
    ],
  ])("is found out: %s", async (_name, forge, reason) => {
    await superuser.query(forge(entry));
    expect((await recomputeHistory(ownerUrl)).broken).toMatchObject({ chain: entry.chain, reason });
  });

  it("still verifies what was sealed before numbers were", async () => {
    await superuser.query(`update journal_entry set seal = 1 where chain_id = $1 and seq < 5`, [entry.chain]);
    await superuser.query(resealed(entry.chain));
    await superuser.query(
      `update chain_head h set hash = (select hash from journal_entry where chain_id = h.chain_id order by seq desc limit 1) where chain_id = $1`,
      [entry.chain],
    );
    expect((await recomputeHistory(ownerUrl)).broken).toBeNull();
    const { rows } = await superuser.query("select * from journal_breaks()");
    expect(rows).toEqual([]);
  });
});
